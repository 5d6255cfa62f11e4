/** The words of Traceweave: records, evidence, sign-ins, Windows failures, findings, certificate facts. Immutable, no I/O. */
@NullMarked
package org.traceweave.model;

import org.jspecify.annotations.NullMarked;

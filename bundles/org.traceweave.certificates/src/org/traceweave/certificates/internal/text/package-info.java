/** Certificates as text for people. */
@NullMarked
package org.traceweave.certificates.internal.text;

import org.jspecify.annotations.NullMarked;

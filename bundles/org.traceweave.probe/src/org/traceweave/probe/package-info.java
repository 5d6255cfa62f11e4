/**
 * The probe: fetches the chain that a live TLS endpoint presents with a minimal client of its own, and judges it as each kind of client would.
 */
@NullMarked
package org.traceweave.probe;

import org.jspecify.annotations.NullMarked;

/**
 * Sign-in reconstruction, CAPI2 chains joined, certificates of a case, correlation, diagnostics and their engine, and comparison.
 */
@NullMarked
package org.traceweave.analysis;

import org.jspecify.annotations.NullMarked;

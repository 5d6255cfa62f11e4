/** The product's own diagnostics, one class a rule of DIAGNOSTICS.md, and the engine that runs them. */
@NullMarked
package org.traceweave.analysis.internal.diagnostics;

import org.jspecify.annotations.NullMarked;

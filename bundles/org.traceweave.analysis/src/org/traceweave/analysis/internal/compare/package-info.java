/** An attempt beside one that succeeded. */
@NullMarked
package org.traceweave.analysis.internal.compare;

import org.jspecify.annotations.NullMarked;

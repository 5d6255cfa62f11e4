/**
 * The time lanes of the workbench.
 */
@NullMarked
package org.traceweave.ui.timeline;

import org.jspecify.annotations.NullMarked;

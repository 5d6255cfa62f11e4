/** The time lanes as a view: what they hold, how they are drawn off the screen, how one moves on them. */
@NullMarked
package org.traceweave.ui.timeline.internal;

import org.jspecify.annotations.NullMarked;

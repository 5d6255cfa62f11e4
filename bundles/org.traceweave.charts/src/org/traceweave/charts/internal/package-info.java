/** How the drawings are laid out and painted. */
@NullMarked
package org.traceweave.charts.internal;

import org.jspecify.annotations.NullMarked;

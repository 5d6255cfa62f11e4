/**
 * The timeline and call-flow drawings as charts, without a screen.
 */
@NullMarked
package org.traceweave.charts;

import org.jspecify.annotations.NullMarked;

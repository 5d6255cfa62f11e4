package org.traceweave.charts;

/**
 * A line from an attempt to the mark of an event beside it: solid where the event {@code explains} the attempt, dashed where they only
 * coincide. {@code time}: the mark's, UTC nanoseconds.
 */
public record TimelineLink(String lane, String mark, long time, boolean explains) {
}

package org.traceweave.charts;

/**
 * One thing on a lane, from {@code from} to {@code to} in UTC nanoseconds (the same for a moment). {@code id} names it to the caller,
 * {@code label} is written on it where there is room.
 */
public record TimelineMark(String id, long from, long to, MarkTone tone, String label) {

    public TimelineMark {
        if (to < from) {
            throw new IllegalArgumentException("a mark ends before it begins: " + from + " to " + to);
        }
    }
}

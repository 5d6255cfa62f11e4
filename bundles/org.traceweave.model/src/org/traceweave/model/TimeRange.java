package org.traceweave.model;

/** A span of time, UTC nanoseconds, {@code from} inclusive, {@code to} exclusive. */
public record TimeRange(
        long from,
        long to) {

    public TimeRange {
        if (to < from) {
            throw new IllegalArgumentException("a time range ends before it begins: " + from + " to " + to);
        }
    }

    public boolean contains(long time) {
        return time >= from && time < to;
    }

    public boolean overlaps(TimeRange other) {
        return from < other.to && other.from < to;
    }

    public long length() {
        return to - from;
    }
}

package org.traceweave.charts;

import java.util.List;

/**
 * One thing on a lane, from {@code from} to {@code to} in UTC nanoseconds (the same for a moment). {@code id} names it to the caller,
 * {@code label} is written on it where there is room. {@code earliest} and {@code latest}: where its moment may truly lie by what is known of
 * its host's clock, both equal to {@code from} if that clock is right. {@code phases}: the steps of an attempt, by time.
 */
public record TimelineMark(String id, long from, long to, MarkTone tone, String label, long earliest, long latest, List<PhaseSegment> phases) {

    public TimelineMark {
        if (to < from || latest < earliest) {
            throw new IllegalArgumentException("a mark ends before it begins: " + from + " to " + to);
        }
        phases = List.copyOf(phases);
    }

    /** A mark on a clock that is right. */
    public TimelineMark(String id, long from, long to, MarkTone tone, String label) {
        this(id, from, to, tone, label, from, from, List.of());
    }

    public TimelineMark withPhases(List<PhaseSegment> newPhases) {
        return new TimelineMark(id, from, to, tone, label, earliest, latest, newPhases);
    }

    /** The same on a clock whose true time lies between two others. */
    public TimelineMark within(long newEarliest, long newLatest) {
        return new TimelineMark(id, from, to, tone, label, newEarliest, newLatest, phases);
    }

    /** Whether its host's clock is known to be wrong, or not known well. */
    public boolean isUncertain() {
        return earliest != from || latest != from;
    }
}

package org.traceweave.readers.sip.internal;

import org.traceweave.model.UtcTime;

/**
 * The times of the lines seen since some place in a source, by which lines of the trace are told from lines of another that a message
 * quotes: those are from another day.
 */
final class LineTimes {

    private static final long DAY = 86_400L * UtcTime.NANOS_PER_SECOND;
    private static final int ENOUGH_LINES = 16;

    private int lines;
    private long earliest;
    private long latest;

    void clear() {
        lines = 0;
        earliest = Long.MAX_VALUE;
        latest = Long.MIN_VALUE;
    }

    void see(long time) {
        lines++;
        if (time != UtcTime.UNKNOWN) {
            earliest = Math.min(earliest, time);
            latest = Math.max(latest, time);
        }
    }

    /** Whether enough lines agree with each other to be no quotation. */
    boolean agree() {
        return lines >= ENOUGH_LINES && latest - earliest <= DAY;
    }

    /** Whether a line's time cannot be that of a neighbour. A line without a possible time is none's. */
    static boolean areFarApart(long line, long neighbour) {
        return line == UtcTime.UNKNOWN || neighbour != UtcTime.UNKNOWN && Math.abs(line - neighbour) > DAY;
    }
}

package org.traceweave.analysis;

import org.traceweave.model.Evidence;
import org.traceweave.model.UtcTime;

/**
 * One host's record of a message. {@code sent}: whether that host sent or received it; {@code written}: the time as it was written;
 * {@code time}: the same corrected for the host's skew. UTC nanoseconds.
 */
public record FlowSighting(
        String host,
        boolean sent,
        long written,
        long time,
        Evidence evidence) {

    /** By how many seconds the host's clock is ahead of true time. */
    public double skewSeconds() {
        return UtcTime.secondsBetween(time, written);
    }
}

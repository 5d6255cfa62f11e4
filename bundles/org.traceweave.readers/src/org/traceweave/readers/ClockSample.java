package org.traceweave.readers;

import org.traceweave.model.ClockBasis;

/**
 * One measurement of a host's clock: the time as the source wrote it, read as if it were UTC, and the true UTC time of the same
 * moment, both in nanoseconds.
 */
public record ClockSample(String host, long written, long utc, ClockBasis basis) {
}

package org.traceweave.model;

import java.util.Optional;

/** Records of one stretch of time, of one value of a field or of all. */
public record HistogramBucket(
        TimeRange range,
        Optional<String> value,
        long count) {
}

package org.traceweave.model;

/** A hole in a source: records that should be there and are not. */
public record Gap(
        TimeRange range,
        GapKind kind,
        String detail) {
}

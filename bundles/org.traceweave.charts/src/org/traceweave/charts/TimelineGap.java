package org.traceweave.charts;

import org.traceweave.model.TimeRange;

/** A span in which records are known to be missing, and in words what is known of that. */
public record TimelineGap(TimeRange range, String detail) {
}

package org.traceweave.charts;

import org.traceweave.model.TimeRange;

/** How many records a stretch of time holds: errors (fatal ones too), warnings, and all others. */
public record VolumeBucket(TimeRange range, long errors, long warnings, long others) {

    public long total() {
        return errors + warnings + others;
    }
}

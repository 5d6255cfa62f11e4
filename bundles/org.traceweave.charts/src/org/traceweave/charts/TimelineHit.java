package org.traceweave.charts;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.traceweave.model.TimeRange;

/**
 * Where something was drawn, in logical pixels, and what: the ids of the marks of a lane (the first {@value #MOST_IDS}, with the true
 * {@code count}), or, with lane {@link #VOLUME}, a stretch of records.
 */
public record TimelineHit(Rectangle2D bounds, String lane, List<String> ids, long count, TimeRange range) {

    /** The lane of the records' volume. */
    public static final String VOLUME = "volume";

    /** A hit over many marks names no more of them than this. */
    public static final int MOST_IDS = 20;

    public TimelineHit {
        ids = List.copyOf(ids);
    }
}

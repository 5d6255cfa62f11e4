package org.traceweave.charts;

import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.traceweave.model.TimeRange;

/**
 * What of the timeline is looked at: the visible span, the size in logical pixels and how many device pixels each of them takes, the
 * zone of the axis, the cursor, the span that is chosen, and the ids of the marks that stand out.
 */
public record TimelineFrame(
        TimeRange visible,
        int width,
        int height,
        double scale,
        ZoneId zone,
        OptionalLong cursor,
        Optional<TimeRange> chosen,
        Set<String> highlighted) {

    public TimelineFrame {
        if (visible.length() <= 0 || width < 1 || height < 1 || scale <= 0) {
            throw new IllegalArgumentException("nothing can be drawn in " + width + " x " + height + " of " + visible);
        }
        highlighted = Set.copyOf(highlighted);
    }
}

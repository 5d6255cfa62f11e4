package org.traceweave.charts;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.traceweave.model.TimeRange;

/**
 * What of the timeline is looked at, and how: the visible span, the size in logical pixels and how many device pixels each of them takes, the
 * zone of the axis, the cursor, the span that is chosen, the ids of the marks that stand out, how far the lanes of attempts are scrolled, and what
 * is drawn beside them.
 */
public record TimelineFrame(
        FoldedTime time,
        int width,
        int height,
        double scale,
        ZoneId zone,
        OptionalLong cursor,
        Optional<TimeRange> chosen,
        Set<String> highlighted,
        int scroll,
        boolean coincidences,
        boolean legend,
        String heading) {

    public TimelineFrame {
        if (time.visible().length() <= 0 || width < 1 || height < 1 || scale <= 0) {
            throw new IllegalArgumentException("nothing can be drawn in " + width + " x " + height + " of " + time.visible());
        }
        highlighted = Set.copyOf(highlighted);
    }

    /** A plain look at a span, in UTC. */
    public static TimelineFrame of(FoldedTime time, int width, int height) {
        return new TimelineFrame(time, width, height, 1, ZoneOffset.UTC, OptionalLong.empty(), Optional.empty(), Set.of(), 0, false, false, "");
    }

    public TimeRange visible() {
        return time.visible();
    }

    public TimelineFrame withScale(double newScale) {
        return new TimelineFrame(time, width, height, newScale, zone, cursor, chosen, highlighted, scroll, coincidences, legend, heading);
    }

    public TimelineFrame withZone(ZoneId newZone) {
        return new TimelineFrame(time, width, height, scale, newZone, cursor, chosen, highlighted, scroll, coincidences, legend, heading);
    }

    /** The same with what was chosen, here or elsewhere. */
    public TimelineFrame withChoice(OptionalLong newCursor, Optional<TimeRange> newChosen, Set<String> newHighlighted) {
        return new TimelineFrame(time, width, height, scale, zone, newCursor, newChosen, newHighlighted, scroll, coincidences, legend, heading);
    }

    /** The same with the lanes of attempts scrolled down by so many logical pixels. */
    public TimelineFrame withScroll(int newScroll) {
        return new TimelineFrame(time, width, height, scale, zone, cursor, chosen, highlighted, newScroll, coincidences, legend, heading);
    }

    /** The same with what stands beside the lanes: dashed lines for what only coincides, and a legend. */
    public TimelineFrame showing(boolean newCoincidences, boolean newLegend) {
        return new TimelineFrame(time, width, height, scale, zone, cursor, chosen, highlighted, scroll, newCoincidences, newLegend, heading);
    }

    /** The same as a sheet that stands by itself: as high as all of its lanes need, with a line above it that says what it is. */
    public TimelineFrame asSheet(int newHeight, String newHeading) {
        return new TimelineFrame(time, width, newHeight, scale, zone, cursor, chosen, highlighted, 0, coincidences, true, newHeading);
    }
}

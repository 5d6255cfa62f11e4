package org.traceweave.charts;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.traceweave.model.TimeRange;

/**
 * Where something was drawn, in logical pixels, and what: marks of a lane, or, with one of the lanes {@link #VOLUME}, {@link #GAP} and
 * {@link #FOLD}, a span of time; a gap says its {@code detail}. Immutable.
 */
public final class TimelineHit {

    /** The lane of the records' volume. */
    public static final String VOLUME = "volume";
    /** Missing records. */
    public static final String GAP = "gap";
    /** A stretch that is folded. */
    public static final String FOLD = "fold";

    /** A hit over many marks names no more of them than this. */
    public static final int MOST_IDS = 20;

    private final Rectangle2D bounds;
    private final String lane;
    private final List<TimelineLane> source;
    private final int begin;
    private final int end;
    private final List<String> first;
    private final long count;
    private final TimeRange range;
    private final String detail;

    private TimelineHit(Rectangle2D bounds, String lane, List<TimelineLane> source, int begin, int end, List<String> first, long count, TimeRange range,
            String detail) {
        this.bounds = bounds;
        this.lane = lane;
        this.source = source;
        this.begin = begin;
        this.end = end;
        this.first = List.copyOf(first);
        this.count = count;
        this.range = range;
        this.detail = detail;
    }

    /** The marks of a lane from {@code begin} (inclusive) to {@code end}; those that stand out are named {@code first}. */
    public static TimelineHit marks(Rectangle2D bounds, TimelineLane lane, int begin, int end, List<String> first, TimeRange range) {
        return new TimelineHit(bounds, lane.id(), List.of(lane), begin, end, first, end - begin, range, "");
    }

    /** {@code count} records or gaps of a span. */
    public static TimelineHit span(Rectangle2D bounds, String lane, long count, TimeRange range, String detail) {
        return new TimelineHit(bounds, lane, List.of(), 0, 0, List.of(), count, range, detail);
    }

    public Rectangle2D bounds() {
        return bounds;
    }

    public String lane() {
        return lane;
    }

    /** The ids of the marks, the gravest first; no more than {@value #MOST_IDS}, however many there are. */
    public List<String> ids() {
        if (source.isEmpty()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(first);
        Set<String> named = Set.copyOf(first);
        source.getFirst().gravest(begin, end, MOST_IDS).stream().filter(id -> !named.contains(id)).forEach(ids::add);
        return ids.subList(0, Math.min(ids.size(), MOST_IDS));
    }

    /** How many marks, records or gaps lie there. */
    public long count() {
        return count;
    }

    public TimeRange range() {
        return range;
    }

    public String detail() {
        return detail;
    }
}

package org.traceweave.charts.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.traceweave.charts.MarkTone;
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.TimelineLane;
import org.traceweave.charts.TimelineMark;
import org.traceweave.model.TimeRange;

/**
 * Decides what a lane draws: each mark by itself while there is room, and one item a few pixels wide for all that share them when
 * there is not, so that there are never more items than pixels. An item names the gravest of its marks first, and knows how many of each
 * tone it stands for, so that a failure among thousands of successes stays visible.
 */
final class LaneLayout {

    static final double LEAST_WIDTH = 4;
    private static final int COLUMN = 4;

    private final TimeRange visible;
    private final double left;
    private final double width;
    private final Set<String> highlighted;

    LaneLayout(TimeRange visible, double left, double width, Set<String> highlighted) {
        this.visible = visible;
        this.left = left;
        this.width = width;
        this.highlighted = highlighted;
    }

    /** The items of a lane with room for {@code rows} bars above each other. */
    List<LaneItem> items(TimelineLane lane, int rows) {
        List<TimelineMark> seen = visibleMarks(lane.marks());
        boolean bars = lane.shape() == TimelineLane.Shape.BARS;
        if (bars && seen.size() <= width / COLUMN * rows / 2) {
            List<LaneItem> stacked = stack(seen, rows);
            if (!stacked.isEmpty() || seen.isEmpty()) {
                return stacked;
            }
        }
        return columns(seen);
    }

    double xOf(long time) {
        return left + (time - visible.from()) / (double) visible.length() * width;
    }

    private List<TimelineMark> visibleMarks(List<TimelineMark> marks) {
        int end = firstAtOrAfter(marks, visible.to());
        List<TimelineMark> seen = new ArrayList<>();
        for (TimelineMark mark : marks.subList(0, end)) {
            if (mark.to() >= visible.from()) {
                seen.add(mark);
            }
        }
        return seen;
    }

    private static int firstAtOrAfter(List<TimelineMark> marks, long time) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).from() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Each mark in the first row that is free at its start; empty if the rows do not suffice. */
    private List<LaneItem> stack(List<TimelineMark> seen, int rows) {
        double[] busyUntil = new double[rows];
        Arrays.fill(busyUntil, Double.NEGATIVE_INFINITY);
        List<LaneItem> items = new ArrayList<>(seen.size());
        for (TimelineMark mark : seen) {
            double from = xOf(mark.from());
            double to = Math.max(from + LEAST_WIDTH, xOf(mark.to()));
            int row = 0;
            while (row < rows && busyUntil[row] > from) {
                row++;
            }
            if (row == rows) {
                return List.of();
            }
            busyUntil[row] = to + 1;
            items.add(new LaneItem(from, to, row, Map.of(mark.tone(), 1L), List.of(mark.id()), 1, range(mark), mark.label(),
                    highlighted.contains(mark.id())));
        }
        return items;
    }

    private static TimeRange range(TimelineMark mark) {
        return new TimeRange(mark.from(), mark.to() + 1);
    }

    private List<LaneItem> columns(List<TimelineMark> seen) {
        int count = (int) Math.ceil(width / COLUMN) + 1;
        Column[] columns = new Column[count];
        for (TimelineMark mark : seen) {
            int index = Math.clamp((int) ((xOf(mark.from()) - left) / COLUMN), 0, count - 1);
            if (columns[index] == null) {
                columns[index] = new Column();
            }
            columns[index].add(mark, highlighted.contains(mark.id()));
        }
        List<LaneItem> items = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            if (columns[index] != null) {
                items.add(columns[index].item(left + index * (double) COLUMN));
            }
        }
        return items;
    }

    /** What falls into the same few pixels. */
    private static final class Column {

        private final List<TimelineMark> gravest = new ArrayList<>();
        private final List<TimelineMark> others = new ArrayList<>();
        private final Map<MarkTone, Long> tones = new EnumMap<>(MarkTone.class);
        private MarkTone tone = MarkTone.SUCCEEDED;
        private long count;
        private long from = Long.MAX_VALUE;
        private long to = Long.MIN_VALUE;
        private boolean standsOut;

        void add(TimelineMark mark, boolean highlight) {
            if (count == 0 || mark.tone().compareTo(tone) > 0) {
                tone = mark.tone();
                others.addAll(gravest.subList(0, Math.min(gravest.size(), Math.max(0, TimelineHit.MOST_IDS - others.size()))));
                gravest.clear();
            }
            List<TimelineMark> target = mark.tone() == tone ? gravest : others;
            if (highlight) {
                target.add(0, mark);
            } else if (target.size() < TimelineHit.MOST_IDS) {
                target.add(mark);
            }
            count++;
            tones.merge(mark.tone(), 1L, Long::sum);
            from = Math.min(from, mark.from());
            to = Math.max(to, mark.to());
            standsOut |= highlight;
        }

        LaneItem item(double x) {
            List<String> ids = new ArrayList<>();
            gravest.forEach(mark -> ids.add(mark.id()));
            others.forEach(mark -> ids.add(mark.id()));
            String label = count == 1 ? gravest.getFirst().label() : "";
            List<String> named = ids.subList(0, Math.min(ids.size(), TimelineHit.MOST_IDS));
            return new LaneItem(x, x + COLUMN - 1, -1, tones, named, count, new TimeRange(from, to + 1), label, standsOut);
        }
    }
}

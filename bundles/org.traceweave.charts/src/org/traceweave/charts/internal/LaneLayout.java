package org.traceweave.charts.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.traceweave.charts.FoldedTime;
import org.traceweave.charts.TimelineLane;
import org.traceweave.charts.TimelineMark;

/**
 * Decides what a lane draws: each mark by itself while there is room, and one item a few pixels wide for all that share them when
 * there is not, so that there are never more items than pixels. How many marks share a column is looked up, not counted, so that a crowded lane
 * costs its columns and not its marks.
 */
final class LaneLayout {

    static final double LEAST_WIDTH = 4;
    /** The width of a column, in logical pixels. */
    static final int COLUMN = 4;

    /** So many marks before the first visible one take part in the choice of rows, so that bars keep their rows while the lane is moved. */
    private static final int LOOK_BACK = 64;

    private static final int MOST_BEHIND = 3;

    private final FoldedTime time;
    private final double left;
    private final double width;
    private final Set<String> highlighted;

    LaneLayout(FoldedTime time, double left, double width, Set<String> highlighted) {
        this.time = time;
        this.left = left;
        this.width = width;
        this.highlighted = highlighted;
    }

    double xOf(long at) {
        return left + time.share(at) * width;
    }

    /** The items of a lane with room for {@code rows} bars above each other. */
    List<LaneItem> items(TimelineLane lane, int rows) {
        int inside = lane.firstFrom(time.visible().from());
        int end = lane.firstFrom(time.visible().to());
        int capacity = (int) (width / COLUMN * rows / 2);
        if (end - inside <= capacity) {
            List<Integer> early = lane.lasting(time.visible().from(), inside, capacity + 1);
            if (early.size() + end - inside <= capacity) {
                List<LaneItem> stacked = stack(lane, early, inside, end, rows);
                if (!stacked.isEmpty() || end == inside && early.isEmpty()) {
                    return stacked;
                }
            }
        }
        return columns(lane, inside, end);
    }

    /** Each mark in the first row that is free at its start; empty if the rows do not suffice. */
    private List<LaneItem> stack(TimelineLane lane, List<Integer> early, int inside, int end, int rows) {
        double[] busyUntil = new double[rows];
        Arrays.fill(busyUntil, Double.NEGATIVE_INFINITY);
        List<LaneItem> items = new ArrayList<>(early.size() + end - inside);
        int near = Math.max(0, inside - LOOK_BACK);
        IntStream order = IntStream.concat(early.stream().mapToInt(Integer::intValue).filter(index -> index < near), IntStream.range(near, end));
        for (int i : order.toArray()) {
            TimelineMark mark = lane.marks().get(i);
            double from = xOf(mark.from());
            double to = Math.max(from + LEAST_WIDTH, xOf(mark.to()));
            boolean isVisible = i >= inside || mark.to() >= time.visible().from();
            int row = 0;
            while (row < rows && busyUntil[row] > from) {
                row++;
            }
            if (row == rows) {
                if (isVisible) {
                    return List.of();
                }
                continue;
            }
            busyUntil[row] = to + 1;
            if (isVisible) {
                items.add(new LaneItem(from, to, row, i, i + 1, highlighted.contains(mark.id()) ? List.of(mark.id()) : List.of()));
            }
        }
        return items;
    }

    private List<LaneItem> columns(TimelineLane lane, int inside, int end) {
        TreeMap<Integer, String> standing = standing(lane);
        List<LaneItem> items = new ArrayList<>();
        int count = (int) Math.ceil(width / COLUMN);
        int begin = inside;
        while (begin > 0 && lane.marks().get(begin - 1).to() >= time.visible().from()) {
            begin--;
        }
        int row = 0;
        // What began long ago and lasts lies behind the columns.
        for (int early : lane.lasting(time.visible().from(), begin, MOST_BEHIND)) {
            TimelineMark mark = lane.marks().get(early);
            items.add(new LaneItem(xOf(mark.from()), xOf(mark.to()), row++, early, early + 1, standing.containsKey(early) ? List.of(mark.id()) : List.of()));
        }
        for (int column = 0; column < count && begin < end; column++) {
            long until = column + 1 == count ? time.visible().to() : time.time((column + 1) * COLUMN / width);
            int next = Math.min(end, lane.firstFrom(until));
            if (next > begin) {
                double x = left + column * (double) COLUMN;
                items.add(new LaneItem(x, x + COLUMN - 1, LaneItem.COLUMN, begin, next, List.copyOf(standing.subMap(begin, next).values())));
                begin = next;
            }
        }
        return items;
    }

    private TreeMap<Integer, String> standing(TimelineLane lane) {
        TreeMap<Integer, String> standing = new TreeMap<>();
        for (String id : highlighted) {
            lane.indexOf(id).ifPresent(index -> standing.put(index, id));
        }
        return standing;
    }
}

package org.traceweave.charts;

import java.util.List;
import java.util.OptionalInt;
import org.traceweave.model.TimeRange;

/**
 * The lanes of attempts above each other: how high each of them wants to be, in logical pixels, and where that puts it. Made once for many
 * drawings. Immutable.
 */
public final class LaneStack {

    public static final LaneStack EMPTY = new LaneStack(List.of());

    /** The height of a bar, and the room below it. */
    public static final int BAR = 11;
    public static final int SPACING = 3;
    private static final int MARGIN = 4;

    private final List<TimelineLane> lanes;
    private final int[] tops;

    public LaneStack(List<TimelineLane> lanes) {
        this.lanes = List.copyOf(lanes);
        tops = new int[lanes.size() + 1];
        for (int i = 0; i < lanes.size(); i++) {
            tops[i + 1] = tops[i] + lanes.get(i).rows() * (BAR + SPACING) - SPACING + 2 * MARGIN;
        }
    }

    public List<TimelineLane> lanes() {
        return lanes;
    }

    /** Only the lanes with something in a span. */
    public LaneStack onlySeenIn(TimeRange range) {
        return new LaneStack(lanes.stream().filter(lane -> lane.isSeenIn(range)).toList());
    }

    /** How high all lanes are together. */
    public int height() {
        return tops[lanes.size()];
    }

    /** Where a lane begins; for the number of lanes, where the last one ends. */
    public int top(int lane) {
        return tops[lane];
    }

    /** The lane at a height, or the nearest one. */
    public int laneAt(int y) {
        int low = 0;
        int high = lanes.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (tops[middle] <= y) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The first lane that shows a mark. */
    public OptionalInt laneOf(String mark) {
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).indexOf(mark).isPresent()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}

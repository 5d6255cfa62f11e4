package org.traceweave.charts;

import java.util.Comparator;
import java.util.List;

/**
 * One horizontal lane of the timeline. Marks are kept by their start. {@code weight} is the lane's share of the height; a lane of
 * {@link Shape#BARS} stacks what overlaps, one of {@link Shape#MARKS} draws moments.
 */
public record TimelineLane(String id, String title, Shape shape, int weight, List<TimelineMark> marks) {

    /** How a lane draws its marks. */
    public enum Shape {
        BARS,
        MARKS
    }

    public TimelineLane {
        marks = marks.stream().sorted(Comparator.comparingLong(TimelineMark::from)).toList();
    }
}

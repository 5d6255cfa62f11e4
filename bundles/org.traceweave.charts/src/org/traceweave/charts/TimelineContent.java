package org.traceweave.charts;

import java.util.List;
import org.traceweave.model.TimeRange;

/** All that a timeline shows: the volume of records, lanes of marks on the same axis, and the spans in which records are missing. */
public record TimelineContent(String volumeTitle, List<VolumeBucket> volume, List<TimelineLane> lanes, List<TimeRange> gaps) {

    public static final TimelineContent EMPTY = new TimelineContent("", List.of(), List.of(), List.of());

    public TimelineContent {
        volume = List.copyOf(volume);
        lanes = List.copyOf(lanes);
        gaps = List.copyOf(gaps);
    }

    public TimelineContent withVolume(List<VolumeBucket> newVolume) {
        return new TimelineContent(volumeTitle, newVolume, lanes, gaps);
    }
}

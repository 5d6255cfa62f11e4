package org.traceweave.charts;

import java.util.List;
import java.util.Map;
import org.traceweave.model.TimeRange;

/**
 * All that a timeline shows: the lanes of attempts, the lanes of events below them, the volume of records on the same axis, the spans in
 * which records are missing, and, by the id of an attempt, what stands beside it. {@code emptyText} is said where there are no attempts.
 */
public record TimelineContent(
        String volumeTitle,
        List<VolumeBucket> volume,
        LaneStack attempts,
        List<TimelineLane> events,
        Map<String, List<TimelineLink>> links,
        List<TimelineGap> gaps,
        String emptyText) {

    public static final TimelineContent EMPTY = new TimelineContent("", List.of(), LaneStack.EMPTY, List.of(), Map.of(), List.of(), "");

    public TimelineContent {
        volume = List.copyOf(volume);
        events = List.copyOf(events);
        links = Map.copyOf(links);
        gaps = List.copyOf(gaps);
    }

    public TimelineContent withVolume(List<VolumeBucket> newVolume) {
        return new TimelineContent(volumeTitle, newVolume, attempts, events, links, gaps, emptyText);
    }

    /** The same without lanes of attempts that have nothing in a span. */
    public TimelineContent onlySeenIn(TimeRange range) {
        return new TimelineContent(volumeTitle, volume, attempts.onlySeenIn(range), events, links, gaps, emptyText);
    }

    /** A lane of events by its id, or -1 if it is not shown. */
    public int eventLane(String id) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}

package org.traceweave.analysis.internal.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events in order of their true times, found by time without looking at all of them. */
final class EventSeries {

    private final List<JudgedEvent> events = new ArrayList<>(1);

    /** Adds an event that is not before any added earlier. */
    void add(JudgedEvent event) {
        events.add(event);
    }

    int size() {
        return events.size();
    }

    long first() {
        return events.getFirst().trueTime();
    }

    long last() {
        return events.getLast().trueTime();
    }

    /** Those from one true time to another, both inclusive. */
    List<JudgedEvent> between(long from, long to) {
        int start = firstAtOrAfter(from);
        int end = start;
        while (end < events.size() && events.get(end).trueTime() <= to) {
            end++;
        }
        return events.subList(start, end);
    }

    boolean hasBetween(long from, long to) {
        int start = firstAtOrAfter(from);
        return start < events.size() && events.get(start).trueTime() <= to;
    }

    /** The one nearest to a time, among those between two others. */
    Optional<JudgedEvent> nearest(long from, long to, long time) {
        int after = firstAtOrAfter(time);
        JudgedEvent best = null;
        for (int index = after - 1; index <= after; index++) {
            JudgedEvent event = index >= 0 && index < events.size() ? events.get(index) : null;
            boolean inside = event != null && event.trueTime() >= from && event.trueTime() <= to;
            if (inside && (best == null || Math.abs(event.trueTime() - time) < Math.abs(best.trueTime() - time))) {
                best = event;
            }
        }
        return Optional.ofNullable(best);
    }

    private int firstAtOrAfter(long time) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).trueTime() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

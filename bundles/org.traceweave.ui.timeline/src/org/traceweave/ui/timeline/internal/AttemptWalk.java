package org.traceweave.ui.timeline.internal;

import java.util.List;
import java.util.Optional;
import org.traceweave.charts.TimelineMark;
import org.traceweave.model.TimeRange;

/** The way through the attempts by keys, one after the other by their start. */
final class AttemptWalk {

    private AttemptWalk() {
    }

    /** The attempt after the one called {@code at}, or before it; from nowhere, the first or last one that begins in what is visible. */
    static Optional<TimelineMark> from(List<TimelineMark> marks, Optional<String> at, TimeRange visible, boolean forward) {
        int here = at.map(id -> indexOf(marks, id)).orElse(-1);
        if (here < 0) {
            List<TimelineMark> seen = marks.stream().filter(mark -> visible.contains(mark.from())).toList();
            return seen.isEmpty() ? Optional.empty() : Optional.of(forward ? seen.getFirst() : seen.getLast());
        }
        int next = forward ? here + 1 : here - 1;
        return next < 0 || next == marks.size() ? Optional.empty() : Optional.of(marks.get(next));
    }

    private static int indexOf(List<TimelineMark> marks, String id) {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}

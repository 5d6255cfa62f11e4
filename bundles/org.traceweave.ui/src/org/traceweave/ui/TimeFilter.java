package org.traceweave.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.traceweave.model.TimeRange;

/** The span of time to which the records are narrowed, if they are: chosen on the timeline, shown and dropped in the query bar. UI thread only. */
public final class TimeFilter {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<TimeRange> range = Optional.empty();

    public Optional<TimeRange> range() {
        return range;
    }

    public void set(Optional<TimeRange> newRange) {
        if (!range.equals(newRange)) {
            range = newRange;
            listeners.forEach(Runnable::run);
        }
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}

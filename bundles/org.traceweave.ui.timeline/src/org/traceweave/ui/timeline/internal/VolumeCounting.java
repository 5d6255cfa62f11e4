package org.traceweave.ui.timeline.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.traceweave.charts.VolumeBucket;
import org.traceweave.model.TimeRange;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.ViewWork;

/**
 * Keeps count of a case's records over time while the case grows and while one moves in it. Counting takes turns with resting while an import goes on,
 * so that it never takes much of the machine. UI thread only; it counts on the view's background thread.
 */
final class VolumeCounting {

    private static final int BUCKET_PIXELS = 3;
    private static final int LEAST_PIXELS = 60;
    private static final int REST_FACTOR = 4;
    private static final int LEAST_REST_MILLIS = 200;
    private static final int MOST_REST_MILLIS = 10_000;

    private final ViewWork work;
    private final Control control;
    private final Consumer<String> problem;
    private List<VolumeBucket> volume = List.of();
    private boolean known;
    private boolean counting;
    private boolean stale;
    private long volumeNanos;
    private int cases;

    VolumeCounting(ViewWork work, Control control, Consumer<String> problem) {
        this.work = work;
        this.control = control;
        this.problem = problem;
    }

    /** Another case is open: what was counted is gone, and whatever is still asked. */
    void forget() {
        known = false;
        counting = false;
        stale = false;
        volume = List.of();
        cases++;
    }

    /** Whether the case is known to have records. */
    boolean isKnown() {
        return known;
    }

    List<VolumeBucket> volume() {
        return volume;
    }

    /** The case has other records than before; {@code whole} hears from when to when they reach, now or after a rest. */
    void grown(OpenCase open, Consumer<Optional<TimeRange>> whole) {
        stale = counting;
        if (counting) {
            return;
        }
        counting = true;
        long start = System.nanoTime();
        work.<Optional<TimeRange>>ask("extent", cancel -> VolumeQuestion.extent(open.source()), extent -> {
            known = extent.isPresent();
            whole.accept(extent);
            rest(System.nanoTime() - start + volumeNanos, () -> grown(open, whole));
        }, trouble -> {
            problem.accept(trouble);
            counting = false;
        });
    }

    private void rest(long nanosTaken, Runnable again) {
        int pause = Math.clamp(REST_FACTOR * nanosTaken / 1_000_000, LEAST_REST_MILLIS, MOST_REST_MILLIS);
        int rested = cases;
        control.getDisplay().timerExec(pause, () -> {
            if (rested != cases || control.isDisposed()) {
                return;
            }
            counting = false;
            if (stale) {
                again.run();
            }
        });
    }

    /** Counts what is visible; {@code counted} is told once that is done. */
    void count(OpenCase open, TimeRange visible, Runnable counted) {
        if (!known) {
            return;
        }
        long start = System.nanoTime();
        int buckets = Math.max(LEAST_PIXELS, control.getSize().x) / BUCKET_PIXELS;
        work.ask("volume", cancel -> VolumeQuestion.volume(open.source(), visible, buckets), found -> {
            volume = found;
            volumeNanos = System.nanoTime() - start;
            counted.run();
        }, problem);
    }
}

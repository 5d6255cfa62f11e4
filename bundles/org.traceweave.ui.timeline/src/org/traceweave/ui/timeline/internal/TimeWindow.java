package org.traceweave.ui.timeline.internal;

import org.traceweave.charts.FoldedTime;
import org.traceweave.charts.QuietTimes;
import org.traceweave.model.TimeRange;

/**
 * The span of time that is looked at, within the whole case, with quiet times folded if wished. Zooming keeps the time under the mouse where it is;
 * nothing moves beyond the case. Times are UTC nanoseconds.
 */
final class TimeWindow {

    private static final long LEAST = 1_000_000L;
    private static final double MARGIN = 0.02;
    private static final long LONELY = 1_000_000_000L;

    private TimeRange whole = new TimeRange(0, LONELY);
    private TimeRange visible = whole;
    private QuietTimes quiet = QuietTimes.NONE;
    private boolean fitted = true;

    TimeRange visible() {
        return visible;
    }

    TimeRange whole() {
        return whole;
    }

    /** What is visible, on an axis with its folds. */
    FoldedTime time() {
        return FoldedTime.of(visible, quiet);
    }

    /** Whether all of the case is shown. */
    boolean isFitted() {
        return fitted;
    }

    /** The case has grown, or is another one; a window that showed all goes on doing so. */
    void setWhole(TimeRange extent) {
        long margin = Math.max(LONELY / 2, (long) (extent.length() * MARGIN));
        whole = new TimeRange(extent.from() - margin, extent.to() + margin);
        if (fitted) {
            visible = whole;
        }
    }

    /** Folds these times from now on, or none. */
    void fold(QuietTimes times) {
        quiet = times;
    }

    void fit() {
        visible = whole;
        fitted = true;
    }

    /** Shows a span with some room on both sides. */
    void show(TimeRange range) {
        long room = Math.max(LONELY / 10, range.length() / 20);
        set(range.from() - room, range.to() + room);
    }

    /** Makes the span {@code factor} times as long around {@code centre}. */
    void zoom(double factor, long centre) {
        FoldedTime before = time();
        double least = Math.max(factor, LEAST / (double) visible.length());
        TimeRange wished = before.zoomed(least, Math.clamp(centre, visible.from(), visible.to()));
        if (quiet.isEmpty()) {
            set(wished.from(), wished.to());
            return;
        }
        setFolded(wished.from(), wished.to());
        // What is cut off at one end is added at the other, in busy time: a fold is not as long as what it folds.
        FoldedTime cut = time();
        double missing = (before.busy(1) * least - cut.busy(1)) / cut.busy(1);
        if (missing > 0 && wished.to() > whole.to()) {
            setFolded(cut.time(-missing), visible.to());
        } else if (missing > 0 && wished.from() < whole.from()) {
            setFolded(visible.from(), cut.time(1 + missing));
        }
    }

    /** Moves by a part of the width, to the right if it is positive. */
    void pan(double share) {
        FoldedTime time = time();
        double clamped = Math.clamp(share, Math.min(0, time.share(whole.from())), Math.max(0, time.share(whole.to()) - 1));
        if (clamped == 0) {
            return;
        }
        TimeRange moved = time.moved(clamped);
        setFolded(moved.from(), moved.to());
    }

    private void setFolded(long from, long to) {
        long start = Math.clamp(from, whole.from(), whole.to() - LEAST);
        visible = new TimeRange(start, Math.clamp(to, start + LEAST, whole.to()));
        fitted = visible.equals(whole);
    }

    /** Brings a time into view if it is not, keeping the length. */
    void reveal(long time) {
        if (!visible.contains(time)) {
            long half = visible.length() / 2;
            set(time - half, time + half);
        }
    }

    private void set(long from, long to) {
        long length = Math.max(LEAST, Math.min(to - from, whole.length()));
        long start = Math.clamp(from, whole.from(), whole.to() - length);
        visible = new TimeRange(start, start + length);
        fitted = length >= whole.length();
    }
}

package org.traceweave.ui.timeline.internal;

import org.traceweave.model.TimeRange;

/**
 * The span of time that is looked at, within the whole case. Zooming keeps the time under the mouse where it is; nothing moves further
 * than a tenth of a span beyond the case. Times are UTC nanoseconds.
 */
final class TimeWindow {

    private static final long LEAST = 1_000_000L;
    private static final double MARGIN = 0.02;
    private static final long LONELY = 1_000_000_000L;

    private TimeRange whole = new TimeRange(0, LONELY);
    private TimeRange visible = whole;
    private boolean fitted = true;

    TimeRange visible() {
        return visible;
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

    void fit() {
        visible = whole;
        fitted = true;
    }

    /** Shows a span with some room on both sides. */
    void show(TimeRange range) {
        long room = Math.max(LONELY, range.length() / 4);
        set(range.from() - room, range.to() + room);
    }

    /** Makes the span {@code factor} times as long around {@code centre}. */
    void zoom(double factor, long centre) {
        double share = (centre - visible.from()) / (double) visible.length();
        long length = Math.clamp((long) (visible.length() * factor), LEAST, whole.length());
        long from = centre - (long) (share * length);
        set(from, from + length);
    }

    void pan(long by) {
        set(visible.from() + by, visible.to() + by);
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

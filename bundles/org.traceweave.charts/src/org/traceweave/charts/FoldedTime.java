package org.traceweave.charts;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.model.TimeRange;

/**
 * The visible span of a timeline, and where each time of it stands between left (0) and right (1). Quiet stretches are folded to a strip of
 * fixed width; what is busy keeps one scale. A position and its time are each other's inverse, in a fold too. Immutable.
 */
public final class FoldedTime {

    /** A fold's part of the width, and the part that all folds together may take. */
    private static final double FOLD = 0.02;
    private static final double ALL_FOLDS = 0.4;

    private final TimeRange visible;
    private final QuietTimes quiet;
    /** How long the axis is, and how long a fold on it, in nanoseconds as busy stretches have them. */
    private final double length;
    private final double fold;
    private final double start;

    private FoldedTime(TimeRange visible, QuietTimes quiet) {
        this.visible = visible;
        double busy = visible.length() - (quiet.quietBefore(visible.to()) - quiet.quietBefore(visible.from()));
        double folds = quiet.foldsBefore(visible.to()) - quiet.foldsBefore(visible.from());
        // A span inside one fold has nothing but the fold to show: it is shown as it is.
        this.quiet = busy < 1 ? QuietTimes.NONE : quiet;
        double part = part(this.quiet);
        length = this.quiet.isEmpty() ? visible.length() : busy / (1 - part * folds);
        fold = part * length;
        start = axis(visible.from());
    }

    private static double part(QuietTimes quiet) {
        return quiet.isEmpty() ? 0 : Math.min(FOLD, ALL_FOLDS / quiet.size());
    }

    /** A span with nothing folded. */
    public static FoldedTime plain(TimeRange visible) {
        return new FoldedTime(visible, QuietTimes.NONE);
    }

    /** A span with the quiet stretches in it folded. */
    public static FoldedTime of(TimeRange visible, QuietTimes quiet) {
        return new FoldedTime(visible, quiet);
    }

    public TimeRange visible() {
        return visible;
    }

    /** Where a time stands; beyond 0 and 1 if it is not visible. */
    public double share(long time) {
        return quiet.isEmpty() ? (time - visible.from()) / length : (axis(time) - start) / length;
    }

    /** The time at a position, which may lie beyond 0 and 1. */
    public long time(double share) {
        return quiet.isEmpty() ? visible.from() + Math.round(share * length) : timeOf(start + share * length);
    }

    /** How much busy time a part of the width stands for, in nanoseconds. */
    public double busy(double share) {
        return share * length;
    }

    /** The span that is seen when the axis is moved by a part of its length. */
    public TimeRange moved(double share) {
        long from = time(share);
        return new TimeRange(from, Math.max(from + 1, time(1 + share)));
    }

    /** The span that is seen when the axis is made {@code factor} times as long and {@code centre} stays where it is. */
    public TimeRange zoomed(double factor, long centre) {
        double share = share(centre);
        if (quiet.isEmpty()) {
            long from = centre - Math.round(share * length * factor);
            return new TimeRange(from, Math.max(from + 1, from + Math.round(length * factor)));
        }
        // The folds keep their part of the width, so they are longer on a longer axis.
        double newLength = length * factor;
        double newFold = fold * factor;
        double newStart = axis(centre, newFold) - share * newLength;
        long from = timeOf(newStart, newFold);
        return new TimeRange(from, Math.max(from + 1, timeOf(newStart + newLength, newFold)));
    }

    /** The stretches that are folded, as far as they are visible. */
    public List<TimeRange> folds() {
        List<TimeRange> folds = new ArrayList<>();
        for (TimeRange each : quiet.stretches()) {
            if (each.overlaps(visible)) {
                folds.add(each);
            }
        }
        return folds;
    }

    /** The visible stretches between the folds, by time. */
    public List<TimeRange> stretches() {
        List<TimeRange> busy = new ArrayList<>();
        long reached = visible.from();
        for (TimeRange each : folds()) {
            if (each.from() > reached) {
                busy.add(new TimeRange(reached, each.from()));
            }
            reached = each.to();
        }
        if (reached < visible.to()) {
            busy.add(new TimeRange(reached, visible.to()));
        }
        return busy;
    }

    private double axis(long time) {
        return axis(time, fold);
    }

    private double axis(long time, double foldLength) {
        return (double) (time - visible.from() - quiet.quietBefore(time)) + foldLength * quiet.foldsBefore(time);
    }

    private long timeOf(double position) {
        return timeOf(position, fold);
    }

    private long timeOf(double position, double foldLength) {
        int low = 0;
        int high = quiet.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (axis(quiet.stretch(middle).from(), foldLength) <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return visible.from() + Math.round(position);
        }
        TimeRange last = quiet.stretch(low - 1);
        double into = position - axis(last.from(), foldLength);
        return into < foldLength ? last.from() + Math.round(into / foldLength * last.length()) : last.to() + Math.round(into - foldLength);
    }
}

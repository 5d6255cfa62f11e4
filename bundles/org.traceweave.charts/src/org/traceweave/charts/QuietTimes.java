package org.traceweave.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.traceweave.model.TimeRange;

/**
 * The long stretches of a case in which nothing happens, so that a time axis can fold them. Stretches do not touch each other and stand by time.
 * Immutable. Times: UTC nanoseconds.
 */
public final class QuietTimes {

    /** Nothing is folded. */
    public static final QuietTimes NONE = new QuietTimes(List.of());

    private static final int MOST = 40;
    private static final double LEAST_SHARE = 0.04;
    private static final double MARGIN = 0.004;

    private final long[] from;
    private final long[] to;
    /** How much quiet lies before each stretch. */
    private final long[] before;

    private QuietTimes(List<TimeRange> stretches) {
        int count = stretches.size();
        from = new long[count];
        to = new long[count];
        before = new long[count + 1];
        for (int i = 0; i < count; i++) {
            from[i] = stretches.get(i).from();
            to[i] = stretches.get(i).to();
            before[i + 1] = before[i] + to[i] - from[i];
        }
    }

    /** What is quiet in {@code whole} if something happens in each of {@code busy}: the longest stretches, and only while they are worth it. */
    public static QuietTimes between(TimeRange whole, List<TimeRange> busy) {
        List<TimeRange> holes = holes(whole, busy);
        holes.sort(Comparator.comparingLong(TimeRange::length).reversed());
        long rest = whole.length();
        List<TimeRange> folded = new ArrayList<>();
        for (TimeRange hole : holes) {
            if (folded.size() == MOST || hole.length() < rest * LEAST_SHARE) {
                break;
            }
            folded.add(hole);
            rest -= hole.length();
        }
        long margin = (long) (rest * MARGIN);
        return new QuietTimes(folded.stream().filter(hole -> hole.length() > 4 * margin)
                .map(hole -> new TimeRange(hole.from() + margin, hole.to() - margin)).sorted(Comparator.comparingLong(TimeRange::from)).toList());
    }

    private static List<TimeRange> holes(TimeRange whole, List<TimeRange> busy) {
        List<TimeRange> holes = new ArrayList<>();
        long reached = whole.from();
        for (TimeRange each : busy.stream().sorted(Comparator.comparingLong(TimeRange::from)).toList()) {
            if (each.from() > reached) {
                holes.add(new TimeRange(reached, Math.min(each.from(), whole.to())));
            }
            reached = Math.max(reached, each.to());
            if (reached >= whole.to()) {
                return holes;
            }
        }
        holes.add(new TimeRange(reached, whole.to()));
        return holes;
    }

    public boolean isEmpty() {
        return from.length == 0;
    }

    int size() {
        return from.length;
    }

    TimeRange stretch(int index) {
        return new TimeRange(from[index], to[index]);
    }

    /** How many stretches begin before a time. */
    int begunBefore(long time) {
        int low = 0;
        int high = from.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How much quiet lies before a time. */
    long quietBefore(long time) {
        int begun = begunBefore(time);
        return begun == 0 ? 0 : before[begun - 1] + Math.min(time, to[begun - 1]) - from[begun - 1];
    }

    /** How many folds lie before a time, with the part of the one it lies in. */
    double foldsBefore(long time) {
        int begun = begunBefore(time);
        if (begun == 0 || time >= to[begun - 1]) {
            return begun;
        }
        return begun - 1 + (time - from[begun - 1]) / (double) (to[begun - 1] - from[begun - 1]);
    }

    /** All stretches, by time. */
    public List<TimeRange> stretches() {
        List<TimeRange> all = new ArrayList<>(from.length);
        for (int i = 0; i < from.length; i++) {
            all.add(stretch(i));
        }
        return all;
    }
}

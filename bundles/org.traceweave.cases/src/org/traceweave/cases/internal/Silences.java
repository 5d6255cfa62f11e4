package org.traceweave.cases.internal;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.model.Gap;
import org.traceweave.model.GapKind;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

/**
 * The longest pauses between the records of a source, and which of them are out of the ordinary. Records must be shown in the order of
 * the source; a time that jumps back (an appended second search) begins no pause. Not safe for use by several threads.
 */
public final class Silences {

    private static final int KEPT = 16;
    private static final int ORDINARY = 8;
    private static final long LEAST = 60 * UtcTime.NANOS_PER_SECOND;
    private static final long LEAST_RECORDS = 1000;
    // how many times longer than the source's other long pauses, and than its mean pause
    private static final int TIMES_OTHER = 10;
    private static final int TIMES_MEAN = 100;

    private final long[] starts = new long[KEPT];
    private final long[] lengths = new long[KEPT];
    private int count;
    private long shortestKept;
    private long first = UtcTime.UNKNOWN;
    private long latest = UtcTime.UNKNOWN;

    public void see(long time) {
        if (latest == UtcTime.UNKNOWN) {
            first = time;
            latest = time;
            return;
        }
        long pause = time - latest;
        if (pause > 0) {
            if (pause > shortestKept) {
                keep(latest, pause);
            }
            latest = time;
        }
    }

    private void keep(long start, long length) {
        int at = count < KEPT ? count++ : KEPT;
        if (at == KEPT) {
            at = 0;
            for (int i = 1; i < KEPT; i++) {
                if (lengths[i] < lengths[at]) {
                    at = i;
                }
            }
        }
        starts[at] = start;
        lengths[at] = length;
        if (count == KEPT) {
            shortestKept = Long.MAX_VALUE;
            for (long kept : lengths) {
                shortestKept = Math.min(shortestKept, kept);
            }
        }
    }

    /** Adds what was seen in the stretch of the source that follows. */
    public void append(Silences next) {
        if (next.first == UtcTime.UNKNOWN) {
            return;
        }
        see(next.first);
        for (int i = 0; i < next.count; i++) {
            if (next.starts[i] >= latest && (count < KEPT || next.lengths[i] > shortestKept)) {
                keep(next.starts[i], next.lengths[i]);
            }
        }
        latest = Math.max(latest, next.latest);
        first = first == UtcTime.UNKNOWN ? next.first : first;
    }

    /** Pauses that stand out, in order of time. */
    public List<Gap> gaps(long records, long from, long to) {
        List<Gap> gaps = new ArrayList<>();
        if (records < LEAST_RECORDS || from >= to) {
            return gaps;
        }
        long[] sorted = lengths.clone();
        java.util.Arrays.sort(sorted);
        long ordinary = sorted[KEPT - ORDINARY];
        long silent = 0;
        for (long length : lengths) {
            silent += length;
        }
        long mean = Math.max(0, to - from - silent) / records;
        for (int i = 0; i < count; i++) {
            if (lengths[i] >= LEAST && lengths[i] >= TIMES_OTHER * ordinary && lengths[i] >= TIMES_MEAN * mean) {
                gaps.add(new Gap(new TimeRange(starts[i], starts[i] + lengths[i]), GapKind.TIME,
                        "no record for " + lengths[i] / UtcTime.NANOS_PER_SECOND + " seconds"));
            }
        }
        gaps.sort((left, right) -> Long.compare(left.range().from(), right.range().from()));
        return gaps;
    }

    /** First and latest time, then start and length of each kept pause. */
    public List<Long> numbers() {
        List<Long> numbers = new ArrayList<>(List.of(first, latest));
        for (int i = 0; i < count; i++) {
            numbers.add(starts[i]);
            numbers.add(lengths[i]);
        }
        return numbers;
    }

    public static Silences of(List<Long> numbers) {
        Silences silences = new Silences();
        if (numbers.size() >= 2) {
            silences.first = numbers.get(0);
            silences.latest = numbers.get(1);
        }
        for (int i = 2; i + 1 < numbers.size() && silences.count < KEPT; i += 2) {
            silences.keep(numbers.get(i), numbers.get(i + 1));
        }
        return silences;
    }
}

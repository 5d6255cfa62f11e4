package org.traceweave.cases.internal;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.model.Gap;
import org.traceweave.model.GapKind;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

/**
 * The numbers a source gave its records, as runs without a hole, from which the missing ones are told. A log that wraps begins in the
 * middle, so runs are joined only at the end. Not safe for use by several threads.
 */
public final class SequenceRuns {

    private static final int MOST_RUNS = 2048;
    private static final int MOST_GAPS = 100;
    // an export that was filtered lacks records everywhere, a damaged or cleared log in few places
    private static final int FILTERED_HOLES = 20;
    private static final int FILTERED_PART = 5;
    private static final int VALUES = 4;

    private final List<Run> runs = new ArrayList<>();
    private boolean overflow;

    private record Run(long first, long last, long firstTime, long lastTime) {
    }

    public void see(long number, long time) {
        if (!runs.isEmpty()) {
            Run last = runs.getLast();
            if (number == last.last + 1) {
                runs.set(runs.size() - 1, new Run(last.first, number, last.firstTime, time));
                return;
            }
        }
        add(new Run(number, number, time, time));
    }

    public void merge(SequenceRuns other) {
        overflow |= other.overflow;
        other.runs.forEach(this::add);
    }

    private void add(Run run) {
        if (runs.size() >= 2 * MOST_RUNS) {
            join();
            if (runs.size() >= MOST_RUNS) {
                overflow = true;
                return;
            }
        }
        runs.add(run);
    }

    private void join() {
        runs.sort((left, right) -> Long.compare(left.first, right.first));
        List<Run> joined = new ArrayList<>();
        for (Run run : runs) {
            Run last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && run.first <= last.last + 1) {
                boolean longer = run.last > last.last;
                joined.set(joined.size() - 1, new Run(last.first, Math.max(last.last, run.last), last.firstTime,
                        longer ? run.lastTime : last.lastTime));
            } else {
                joined.add(run);
            }
        }
        runs.clear();
        runs.addAll(joined);
    }

    /**
     * The holes between the runs. Where they are many and wide, the source was filtered when it was exported: one gap says so.
     *
     * @param recovered what was found outside the good order; a hole that it fills is none
     */
    public List<Gap> gaps(SequenceRuns recovered) {
        join();
        recovered.join();
        if (runs.size() < 2) {
            return List.of();
        }
        long span = runs.getLast().last - runs.getFirst().first + 1;
        long missing = span;
        for (Run run : runs) {
            missing -= run.last - run.first + 1;
        }
        if (overflow || runs.size() > FILTERED_HOLES && missing > span / FILTERED_PART) {
            String detail = overflow ? "most record numbers are missing throughout"
                    : missing + " of " + span + " record numbers are missing, in " + (runs.size() - 1) + " places";
            return List.of(gap(runs.getFirst(), runs.getLast(), GapKind.FILTERED_EXPORT, detail));
        }
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < runs.size() && gaps.size() < MOST_GAPS; i++) {
            Run before = runs.get(i - 1);
            Run after = runs.get(i);
            long first = before.last + 1;
            long last = after.first - 1;
            if (recovered.holds(first, last)) {
                continue;
            }
            gaps.add(gap(before, after, GapKind.RECORD_ID,
                    first == last ? "record " + first + " is missing" : "records " + first + " to " + last + " are missing"));
        }
        return gaps;
    }

    private boolean holds(long first, long last) {
        return runs.stream().anyMatch(run -> run.first <= first && run.last >= last);
    }

    private static Gap gap(Run before, Run after, GapKind kind, String detail) {
        boolean whole = kind == GapKind.FILTERED_EXPORT;
        long left = whole ? before.firstTime : before.lastTime;
        long right = whole ? after.lastTime : after.firstTime;
        long from = left == UtcTime.UNKNOWN ? right : left;
        long to = right == UtcTime.UNKNOWN ? left : right;
        return new Gap(new TimeRange(Math.min(from, to), Math.max(from, to)), kind, detail);
    }

    /** Four numbers a run. */
    public List<Long> numbers() {
        join();
        List<Long> numbers = new ArrayList<>();
        for (Run run : runs) {
            numbers.addAll(List.of(run.first, run.last, run.firstTime, run.lastTime));
        }
        if (overflow) {
            numbers.add(1L);
        }
        return numbers;
    }

    public static SequenceRuns of(List<Long> numbers) {
        SequenceRuns sequence = new SequenceRuns();
        for (int i = 0; i + VALUES <= numbers.size(); i += VALUES) {
            sequence.runs.add(new Run(numbers.get(i), numbers.get(i + 1), numbers.get(i + 2), numbers.get(i + 3)));
        }
        sequence.overflow = numbers.size() % VALUES != 0;
        return sequence;
    }
}

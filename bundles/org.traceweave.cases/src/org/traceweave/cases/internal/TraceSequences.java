package org.traceweave.cases.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;
import org.traceweave.model.Gap;
import org.traceweave.model.GapKind;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.RecordDraft;

/**
 * The sequence numbers that each component of each process puts on its trace lines, and what is missing in them. An export that was
 * filtered, by a user or by a level, has holes everywhere and says nothing by that: only a stream that is otherwise whole has gaps. Not
 * safe for use by several threads.
 */
final class TraceSequences {

    private static final int MOST_STREAMS = 256;
    private static final int MOST_RUNS = 64;
    private static final int MOST_HOLES = 20;
    /** A stream with fewer records tells nothing. */
    private static final long LEAST_RECORDS = 100;

    private final Map<Stream, Runs> streams = new HashMap<>();
    private @Nullable Stream lastStream;
    private @Nullable Runs lastRuns;

    /** One component of one process on one host. */
    private record Stream(String host, String component, long process) {
    }

    /** Numbers without a hole, and the times of the first and the last of them. */
    private record Run(long first, long last, long firstTime, long lastTime) {
    }

    /** What is known of one stream; once it is scattered, no more than that. */
    private static final class Runs {
        private final List<Run> runs = new ArrayList<>();
        private long records;
        private boolean scattered;

        void see(long number, long time) {
            records++;
            if (scattered) {
                return;
            }
            if (!runs.isEmpty()) {
                Run last = runs.getLast();
                if (number == last.last + 1) {
                    runs.set(runs.size() - 1, new Run(last.first, number, last.firstTime, time));
                    return;
                }
            }
            add(new Run(number, number, time, time));
        }

        void add(Run run) {
            runs.add(run);
            if (runs.size() > 2 * MOST_RUNS) {
                join();
                if (runs.size() > MOST_RUNS) {
                    scattered = true;
                    runs.clear();
                }
            }
        }

        void merge(Runs other) {
            records += other.records;
            scattered |= other.scattered;
            if (scattered) {
                runs.clear();
            } else {
                other.runs.forEach(this::add);
            }
        }

        void join() {
            runs.sort(Comparator.comparingLong(Run::first));
            List<Run> joined = new ArrayList<>();
            for (Run run : runs) {
                Run last = joined.isEmpty() ? null : joined.getLast();
                if (last != null && run.first <= last.last + 1) {
                    boolean longer = run.last > last.last;
                    joined.set(joined.size() - 1, new Run(last.first, longer ? run.last : last.last, last.firstTime, longer ? run.lastTime : last.lastTime));
                } else {
                    joined.add(run);
                }
            }
            runs.clear();
            runs.addAll(joined);
        }
    }

    void see(RecordDraft draft) {
        if (draft.sequence() < 0 || draft.time() == UtcTime.UNKNOWN) {
            return;
        }
        Runs runs = runs(new Stream(text(draft.host()), text(draft.component()), draft.process()));
        if (runs != null) {
            runs.see(draft.sequence(), draft.time());
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private @Nullable Runs runs(Stream stream) {
        if (stream.equals(lastStream)) {
            return lastRuns;
        }
        Runs runs = streams.get(stream);
        if (runs == null && streams.size() < MOST_STREAMS) {
            runs = new Runs();
            streams.put(stream, runs);
        }
        lastStream = stream;
        lastRuns = runs;
        return runs;
    }

    /** Adds what was seen in another part of the source. */
    void merge(TraceSequences other) {
        other.streams.forEach((stream, theirs) -> {
            Runs runs = runs(stream);
            if (runs != null) {
                runs.merge(theirs);
            }
        });
    }

    /** The holes of the streams that are otherwise whole, by time. */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        streams.forEach((stream, runs) -> gaps.addAll(gaps(stream, runs)));
        gaps.sort(Comparator.comparingLong((Gap gap) -> gap.range().from()).thenComparing(Gap::detail));
        return gaps;
    }

    private static List<Gap> gaps(Stream stream, Runs runs) {
        if (runs.scattered || runs.records < LEAST_RECORDS) {
            return List.of();
        }
        runs.join();
        int holes = runs.runs.size() - 1;
        if (holes < 1 || holes > MOST_HOLES || holes > runs.records / LEAST_RECORDS) {
            return List.of();
        }
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < runs.runs.size(); i++) {
            Run before = runs.runs.get(i - 1);
            Run after = runs.runs.get(i);
            // numbers that begin anew later are a restart, no hole
            if (before.lastTime <= after.firstTime) {
                long missing = after.first - before.last - 1;
                gaps.add(new Gap(new TimeRange(before.lastTime, after.firstTime), GapKind.SEQUENCE, stream.host + " " + stream.component + ": "
                        + (missing == 1 ? "one record is missing" : missing + " records are missing")));
            }
        }
        return gaps;
    }

    /** One stream in the case's own files: who it is, how many records it has, and four numbers a run. */
    record Kept(Stream stream, Runs runs) {

        static final JsonForm<Kept> FORM = new JsonForm<>() {

            @Override
            public void write(Kept value, JsonOut out) throws IOException {
                out.text("host", value.stream.host);
                out.text("component", value.stream.component);
                out.number("process", value.stream.process);
                out.number("records", value.runs.records);
                out.flag("scattered", value.runs.scattered);
                List<Long> numbers = new ArrayList<>();
                value.runs.runs.forEach(run -> numbers.addAll(List.of(run.first, run.last, run.firstTime, run.lastTime)));
                out.numbers("runs", numbers);
            }

            @Override
            public Kept read(JsonObject in) throws JsonFormatException {
                Runs runs = new Runs();
                runs.records = in.number("records");
                runs.scattered = in.flag("scattered");
                List<Long> numbers = in.numbers("runs");
                for (int i = 0; i + 4 <= numbers.size(); i += 4) {
                    runs.runs.add(new Run(numbers.get(i), numbers.get(i + 1), numbers.get(i + 2), numbers.get(i + 3)));
                }
                return new Kept(new Stream(in.text("host"), in.text("component"), in.number("process")), runs);
            }
        };
    }

    /** The streams, for the case's own files. */
    List<Kept> kept() {
        return streams.entrySet().stream().map(entry -> new Kept(entry.getKey(), entry.getValue())).toList();
    }

    static TraceSequences of(List<Kept> kept) {
        TraceSequences sequences = new TraceSequences();
        kept.forEach(each -> sequences.streams.put(each.stream, each.runs));
        return sequences;
    }
}

package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.cases.Case;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordQuery;
import org.traceweave.json.HistogramBucketForm;
import org.traceweave.model.HistogramBucket;
import org.traceweave.model.TimeRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code histogram}: how many records match over time, whole or by the values of a field. */
@Command(name = "histogram", mixinStandardHelpOptions = true, description = "Counts the records that match a query over time.")
public final class HistogramVerb implements Verb {

    private static final int BAR = 50;
    /** Times are printed to a tenth of a microsecond. */
    private static final int PRINTED_NANOS = 100;
    private static final int MOST_BUCKETS = 100_000;

    @Parameters(index = "0", paramLabel = "CASE", description = "case folder, or a source to look at")
    private Path path;

    @Parameters(index = "1", paramLabel = "QUERY", description = "which records; an empty query is all")
    private String query;

    @Option(names = "--buckets", required = true, paramLabel = "N", description = "into how many stretches the time is cut")
    private int buckets;

    @Option(names = "--by", paramLabel = "FIELD", description = "count each value of this field apart")
    private String by;

    @Mixin
    private ReadableOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(VerbSession session) throws IOException, QuerySyntaxException {
        if (buckets < 1 || buckets > MOST_BUCKETS) {
            throw new ParameterException(spec.commandLine(), "--buckets takes a number from 1 to " + MOST_BUCKETS + ", not " + buckets);
        }
        Case of = session.open(path);
        RecordQuery parsed = of.query(query);
        try (IndexSnapshot snapshot = of.snapshot()) {
            Optional<TimeRange> range = snapshot.range(parsed);
            List<HistogramBucket> counts = range.isEmpty() ? List.of() : counts(snapshot, parsed, even(range.get()));
            if (options.json) {
                session.json(counts, HistogramBucketForm.FORM, options.evidence());
            } else {
                print(session.shown(options.zone), counts);
            }
        }
        return CommandLine.DONE;
    }

    /**
     * The range, its end moved so far that all buckets are equally long and begin at a time that can be printed: what is counted is then
     * exactly what {@code search --from --to} finds.
     */
    private TimeRange even(TimeRange range) {
        long unit = (long) PRINTED_NANOS * buckets;
        return new TimeRange(range.from(), range.from() + Math.ceilDiv(range.length(), unit) * unit);
    }

    private List<HistogramBucket> counts(IndexSnapshot snapshot, RecordQuery parsed, TimeRange range) throws IOException {
        try {
            return snapshot.histogram(parsed, range, buckets, Optional.ofNullable(by));
        } catch (IllegalArgumentException noField) {
            throw new ParameterException(spec.commandLine(), noField.getMessage(), noField);
        }
    }

    private void print(Shown shown, List<HistogramBucket> counts) {
        long most = counts.stream().mapToLong(HistogramBucket::count).max().orElse(1);
        List<String> head = by == null ? List.of("FROM", "RECORDS", "") : List.of("FROM", by.toUpperCase(Locale.ROOT), "RECORDS", "");
        shown.table(head, counts.stream().map(bucket -> {
            List<String> row = new ArrayList<>();
            row.add(shown.time(bucket.range().from()));
            if (by != null) {
                row.add(bucket.value().orElse("-"));
            }
            row.add(Long.toString(bucket.count()));
            row.add("#".repeat((int) (bucket.count() * BAR / Math.max(1, most))));
            return row;
        }).toList());
    }
}

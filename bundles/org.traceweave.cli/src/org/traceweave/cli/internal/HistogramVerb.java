package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        if (buckets < 1) {
            throw new ParameterException(spec.commandLine(), "--buckets takes a number from 1 on, not " + buckets);
        }
        Case of = session.open(path);
        RecordQuery parsed = of.query(query);
        try (IndexSnapshot snapshot = of.snapshot()) {
            Optional<TimeRange> range = snapshot.range(parsed);
            List<HistogramBucket> counts = range.isEmpty() ? List.of() : counts(snapshot, parsed, range.get());
            if (options.json) {
                session.json(counts, HistogramBucketForm.FORM, options.evidence);
            } else {
                print(session.shown(options.zone), counts);
            }
        }
        return CommandLine.DONE;
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
        shown.table(List.of("FROM", by == null ? "" : by, "COUNT", ""), counts.stream().map(bucket -> List.of(shown.time(bucket.range().from()),
                bucket.value().orElse(""), Long.toString(bucket.count()), "#".repeat((int) (bucket.count() * BAR / Math.max(1, most))))).toList());
    }
}

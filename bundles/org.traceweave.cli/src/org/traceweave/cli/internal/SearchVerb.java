package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.traceweave.cases.Case;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordQuery;
import org.traceweave.json.CountForm;
import org.traceweave.json.JsonLines;
import org.traceweave.json.TraceRecordForm;
import org.traceweave.model.TimeRange;
import org.traceweave.model.TraceRecord;
import org.traceweave.model.UtcTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code search}: the records of one or several cases that match a query, oldest first. */
@Command(name = "search", mixinStandardHelpOptions = true,
        description = "Prints the records that match a query, oldest first, over one or more cases. An empty query is all.")
public final class SearchVerb implements Verb {

    private static final int CHECKED_EVERY = 1000;
    private static final int LONGEST_COMPONENT = 24;

    @Parameters(arity = "2..*", paramLabel = "CASE... QUERY", description = "one or more cases, then the query")
    private List<String> words;

    @Option(names = "--from", paramLabel = "TIME", converter = Converters.Time.class,
            description = "not before this time: ISO-8601, in UTC unless it says otherwise")
    private Long from;

    @Option(names = "--to", paramLabel = "TIME", converter = Converters.Time.class, description = "before this time")
    private Long to;

    @Option(names = "--limit", paramLabel = "N", converter = Converters.LargeCount.class, description = "at most so many records")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--after", paramLabel = "CURSOR", description = "go on after the record with this id")
    private String after;

    @Option(names = "--reverse", description = "latest first")
    private boolean reverse;

    @Option(names = "--count", description = "only how many there are")
    private boolean count;

    @Mixin
    private ReadableOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(VerbSession session) throws IOException, QuerySyntaxException {
        String query = words.getLast();
        if (from != null && to != null && to < from) {
            throw new ParameterException(spec.commandLine(), "--to is before --from");
        }
        List<Case> cases = new ArrayList<>();
        for (String path : words.subList(0, words.size() - 1)) {
            cases.add(session.open(Path.of(path)));
        }
        if (count) {
            long records = 0;
            for (Case each : cases) {
                try (IndexSnapshot snapshot = each.snapshot()) {
                    records += snapshot.count(narrowed(each.query(query)), session.cancel()::isCancelled);
                }
            }
            if (options.json) {
                session.json(List.of(records), CountForm.FORM, options.evidence());
            } else {
                session.out().println(records);
            }
            return CommandLine.DONE;
        }
        print(session, cases, query);
        return CommandLine.DONE;
    }

    private RecordQuery narrowed(RecordQuery query) {
        if (from == null && to == null) {
            return query;
        }
        // Records whose time is not known are in no stretch of time
        return query.within(new TimeRange(from == null ? UtcTime.UNKNOWN + 1 : from, to == null ? Long.MAX_VALUE : to));
    }

    private void print(VerbSession session, List<Case> cases, String query) throws IOException, QuerySyntaxException {
        Optional<String> cursor = Optional.ofNullable(after);
        List<RecordQuery> queries = new ArrayList<>();
        for (Case each : cases) {
            queries.add(narrowed(each.query(query)));
        }
        JsonLines lines = new JsonLines(session.out(), options.evidence());
        Shown shown = session.shown(options.zone);
        try (MergedRecords records = MergedRecords.of(cases, queries, cursor, reverse)) {
            for (long printed = 0; printed < limit && records.hasNext(); printed++) {
                MergedRecords.Hit hit = records.next();
                if (session.cancel().isCancelled()) {
                    throw new CancellationException();
                }
                print(hit.of(), hit.record(), lines, shown);
                if (printed % CHECKED_EVERY == CHECKED_EVERY - 1) {
                    lines.flush();
                    session.checkAnswer();
                }
            }
        }
        lines.flush();
    }

    private void print(Case of, IndexedRecord record, JsonLines lines, Shown shown) throws IOException {
        TraceRecord full = of.record(record);
        if (options.json) {
            lines.write(full, TraceRecordForm.FORM);
            return;
        }
        shown.line(String.format(Locale.ROOT, "%s  %-7s  %-10s  %-12s  %s  [%s]", shown.time(full.time()),
                full.level().map(level -> level.word()).orElse("-"), full.host().orElse("-"), Shown.cut(full.component().orElse("-"), LONGEST_COMPONENT),
                RecordSummary.of(full), full.id()));
    }
}

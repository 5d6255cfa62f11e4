package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Evidence;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.WindowsFailure;
import org.traceweave.readers.windows.EventFailure;

/** Finds the SCHANNEL, CAPI2, server-log and logon events of a case that report a failure, and decodes them. */
public final class WindowsFailures {

    private static final List<RecordField> FIELDS = List.of(RecordField.PROVIDER, RecordField.EVENT_ID);

    private final Case source;
    private final HostClocks clocks;
    /** One string for each text however often it comes: a scanner writes the same sentence a hundred thousand times. */
    private final Map<String, String> words = new HashMap<>();

    private WindowsFailures(Case source, HostClocks clocks) {
        this.source = source;
        this.clocks = clocks;
    }

    /** By true time. */
    public static List<JudgedEvent> of(Case source, EventDecoding decoders, CancelSignal cancel) throws IOException {
        return of(source, decoders, new HostClocks(source), cancel);
    }

    static List<JudgedEvent> of(Case source, EventDecoding decoders, HostClocks clocks, CancelSignal cancel) throws IOException {
        WindowsFailures found = new WindowsFailures(source, clocks);
        List<JudgedEvent> failures = new ArrayList<>();
        try (IndexSnapshot snapshot = source.snapshot()) {
            snapshot.scan(RecordQuery.kind(RecordKind.WINDOWS_EVENT), FIELDS, record -> {
                if (cancel.isCancelled()) {
                    throw new CancellationException();
                }
                String provider = record.keyword(RecordField.PROVIDER).orElse("");
                int eventId = record.number(RecordField.EVENT_ID).map(Long::intValue).orElse(0);
                if (decoders.handles(provider, eventId)) {
                    decoders.decode(source.windowsEvent(record)).map(failure -> found.judged(record, failure)).ifPresent(failures::add);
                }
                return true;
            });
        }
        failures.sort(Comparator.comparingLong(JudgedEvent::trueTime));
        return failures;
    }

    /** The event itself is let go: a case may have a million failures. */
    private JudgedEvent judged(IndexedRecord record, EventFailure failure) {
        Evidence at = source.evidence(record);
        WindowsFailure told = failure.at(new Evidence(word(at.source()), at.offset(), at.length(), at.record()));
        WindowsFailure shared = new WindowsFailure(told.kind(), word(told.provider()), told.eventId(), told.time(), word(told.host()),
                word(told.processName()), word(told.meaning()), told.alert(), told.errorState(), word(told.hresult()),
                told.trustErrors().stream().map(this::word).toList(), word(told.subject()), told.thumbprints().stream().map(this::word).toList(),
                word(told.target()), told.taskId(), told.chainRef(), told.evidence());
        return new JudgedEvent(shared, record.time() - clocks.correction(failure.event().host()), failure.names());
    }

    private String word(String text) {
        return words.computeIfAbsent(text, same -> same);
    }

    private Optional<String> word(Optional<String> text) {
        return text.map(this::word);
    }
}

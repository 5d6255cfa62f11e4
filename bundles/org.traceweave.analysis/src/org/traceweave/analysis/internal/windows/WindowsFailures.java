package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.EventDecoders;
import org.traceweave.readers.windows.EventFailure;

/** Finds the SCHANNEL, CAPI2, server-log and logon events of a case that report a failure, and decodes them. */
public final class WindowsFailures {

    private WindowsFailures() {
    }

    /** By true time. */
    public static List<JudgedEvent> of(Case source, EventDecoders decoders, CancelSignal cancel) throws IOException {
        List<JudgedEvent> failures = new ArrayList<>();
        try (IndexSnapshot snapshot = source.snapshot()) {
            snapshot.scan(RecordQuery.kind(RecordKind.WINDOWS_EVENT), record -> {
                if (cancel.isCancelled()) {
                    throw new CancellationException();
                }
                String provider = record.keyword(RecordField.PROVIDER).orElse("");
                int eventId = record.number(RecordField.EVENT_ID).map(Long::intValue).orElse(0);
                if (decoders.handles(provider, eventId)) {
                    decoders.decode(source.windowsEvent(record)).map(failure -> judged(source, record, failure)).ifPresent(failures::add);
                }
                return true;
            });
        }
        failures.sort(Comparator.comparingLong(JudgedEvent::trueTime));
        return failures;
    }

    private static JudgedEvent judged(Case source, IndexedRecord record, EventFailure failure) {
        Optional<String> host = failure.event().host();
        double skew = host.map(source::skewSeconds).orElse(0.0);
        return new JudgedEvent(failure.at(source.evidence(record)), record.time() - (long) (skew * UtcTime.NANOS_PER_SECOND),
                failure.names().users(), failure.names().peers().stream().findFirst(), failure.certificates());
    }
}

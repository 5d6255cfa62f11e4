package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.analysis.internal.extract.SourceExtracts;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.RecordKind;

/** Finds the SCHANNEL, CAPI2, server-log and logon events of a case that report a failure, and decodes them. */
public final class WindowsFailures {

    private WindowsFailures() {
    }

    /** By true time, read anew. */
    public static List<JudgedEvent> of(Case source, EventDecoding decoders, CancelSignal cancel) throws IOException {
        return of(source, decoders, new HostClocks(source), Optional.empty(), cancel);
    }

    /** The same; what was read of a source is kept under {@code version}, and not read again until that changes. */
    public static List<JudgedEvent> of(Case source, EventDecoding decoders, String version, CancelSignal cancel) throws IOException {
        return of(source, decoders, new HostClocks(source), Optional.of(version), cancel);
    }

    static List<JudgedEvent> of(Case source, EventDecoding decoders, HostClocks clocks, CancelSignal cancel) throws IOException {
        return of(source, decoders, clocks, Optional.empty(), cancel);
    }

    private static List<JudgedEvent> of(Case source, EventDecoding decoders, HostClocks clocks, Optional<String> version, CancelSignal cancel) throws IOException {
        // one string for each text however often it comes: a scanner writes the same sentence a hundred thousand times
        Map<String, String> words = new HashMap<>();
        try (IndexSnapshot snapshot = source.snapshot()) {
            EventReading reading = new EventReading(source, decoders, clocks, text -> words.computeIfAbsent(text, same -> same));
            List<JudgedEvent> failures = new ArrayList<>(new SourceExtracts<>(source, "events", version, reading).messages(snapshot,
                    RecordQuery.kind(RecordKind.WINDOWS_EVENT), EventReading.FIELDS, event -> event.trueTime() + clocks.correction(event.failure().host()),
                    text -> words.computeIfAbsent(text, same -> same), cancel));
            failures.sort(Comparator.comparingLong(JudgedEvent::trueTime));
            return failures;
        }
    }
}

package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.traceweave.analysis.internal.extract.ExtractIn;
import org.traceweave.analysis.internal.extract.ExtractOut;
import org.traceweave.analysis.internal.extract.SourceExtracts;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Evidence;
import org.traceweave.model.RecordField;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.CertificateRole;
import org.traceweave.readers.windows.EventFailure;
import org.traceweave.readers.windows.EventIdentities;

/** Reads the events that report a failure. The decoders are asked by one thread, and what they said is kept unless one of them broke. */
final class EventReading implements SourceExtracts.Codec<JudgedEvent> {

    static final List<RecordField> FIELDS = List.of(RecordField.PROVIDER, RecordField.EVENT_ID);
    private static final List<WindowsFailureKind> KINDS = List.of(WindowsFailureKind.values());
    private static final List<CertificateRole> ROLES = List.of(CertificateRole.values());

    private final Case source;
    private final EventDecoding decoders;
    private final HostClocks clocks;
    private final UnaryOperator<String> shared;

    EventReading(Case source, EventDecoding decoders, HostClocks clocks, UnaryOperator<String> shared) {
        this.source = source;
        this.decoders = decoders;
        this.clocks = clocks;
        this.shared = shared;
    }

    @Override
    public boolean isForOneThread() {
        return true;
    }

    @Override
    public boolean isComplete() {
        return decoders.failures().isEmpty();
    }

    @Override
    public Optional<JudgedEvent> read(IndexedRecord record) throws IOException {
        String provider = record.keyword(RecordField.PROVIDER).orElse("");
        int eventId = record.number(RecordField.EVENT_ID).map(Long::intValue).orElse(0);
        return decoders.handles(provider, eventId) ? decoders.decode(source.windowsEvent(record)).map(failure -> judged(record, failure)) : Optional.empty();
    }

    /** The event itself is let go: a case may have a million failures. */
    private JudgedEvent judged(IndexedRecord record, EventFailure failure) {
        Evidence at = source.evidence(record);
        WindowsFailure told = failure.at(new Evidence(shared.apply(at.source()), at.offset(), at.length(), at.record()));
        WindowsFailure words = new WindowsFailure(told.kind(), shared.apply(told.provider()), told.eventId(), told.time(), told.host().map(shared),
                told.processName().map(shared), shared.apply(told.meaning()), told.alert(), told.errorState(), told.hresult().map(shared),
                told.trustErrors().stream().map(shared).toList(), told.subject().map(shared), told.thumbprints().stream().map(shared).toList(),
                told.target().map(shared), told.taskId(), told.chainRef(), told.evidence());
        return new JudgedEvent(words, record.time() - clocks.correction(failure.event().host()), failure.names());
    }

    @Override
    public void write(JudgedEvent event, ExtractOut out) throws IOException {
        WindowsFailure failure = event.failure();
        // the record's time, which is not the event's where a source's zone was told otherwise
        out.number(event.trueTime() + clocks.correction(failure.host()));
        out.number(KINDS.indexOf(failure.kind()));
        out.word(failure.provider());
        out.number(failure.eventId());
        out.number(failure.time());
        out.word(failure.host());
        out.word(failure.processName());
        out.word(failure.meaning());
        out.number(failure.alert());
        out.flag(failure.errorState().isPresent());
        if (failure.errorState().isPresent()) {
            out.number(failure.errorState().getAsLong());
        }
        out.word(failure.hresult());
        out.words(failure.trustErrors());
        out.word(failure.subject());
        out.words(failure.thumbprints());
        out.word(failure.target());
        out.word(failure.taskId());
        out.word(failure.chainRef());
        out.number(failure.evidence().offset());
        out.number(failure.evidence().length());
        out.text(failure.evidence().record());
        EventIdentities names = event.names();
        out.words(names.users());
        out.words(names.peers());
        out.words(names.serials());
        out.words(names.callIds());
        out.words(names.correlations());
        out.number(ROLES.indexOf(names.role()));
        out.number(names.spanSeconds());
    }

    @Override
    public JudgedEvent read(String name, ExtractIn in) throws IOException {
        long recorded = in.number();
        WindowsFailure failure = new WindowsFailure(KINDS.get(in.count()), in.word(), in.count(), in.number(), in.optionalWord(), in.optionalWord(), in.word(),
                in.optionalNumber(), in.flag() ? OptionalLong.of(in.number()) : OptionalLong.empty(), in.optionalWord(), in.words(), in.optionalWord(), in.words(),
                in.optionalWord(), in.optionalWord(), in.optionalWord(), new Evidence(shared.apply(name), in.number(), in.number(), in.optionalText()));
        EventIdentities names = new EventIdentities(in.words(), in.words(), in.words(), in.words(), in.words(), ROLES.get(in.count()), in.number());
        return new JudgedEvent(failure, recorded - clocks.correction(failure.host()), names);
    }
}

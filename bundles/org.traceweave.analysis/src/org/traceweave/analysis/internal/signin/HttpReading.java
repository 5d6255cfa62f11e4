package org.traceweave.analysis.internal.signin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.traceweave.analysis.internal.extract.ExtractIn;
import org.traceweave.analysis.internal.extract.ExtractOut;
import org.traceweave.analysis.internal.extract.SourceExtracts;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Evidence;
import org.traceweave.model.Phase;
import org.traceweave.model.RecordField;
import org.traceweave.model.UtcTime;

/** Reads the HTTP messages of web components. */
final class HttpReading implements SourceExtracts.Codec<HttpMessage> {

    static final List<RecordField> FIELDS = List.of(RecordField.CORRELATION, RecordField.PEER, RecordField.USER);
    private static final List<Phase> PHASES = List.of(Phase.values());

    private final Case source;
    private final UnaryOperator<String> shared;

    HttpReading(Case source, UnaryOperator<String> shared) {
        this.source = source;
        this.shared = shared;
    }

    @Override
    public Optional<HttpMessage> read(IndexedRecord record) throws IOException {
        if (record.time() == UtcTime.UNKNOWN) {
            return Optional.empty();
        }
        HttpExchange said = HttpExchange.read(source.unmaskedText(record));
        return Optional.of(new HttpMessage(record.time(), source.evidence(record), record.host().map(shared), record.keyword(RecordField.CORRELATION).map(shared),
                record.keyword(RecordField.PEER).map(shared), record.keyword(RecordField.USER).map(shared), new HttpExchange(said.isRequest(), said.phase(),
                        said.userAgent().map(shared), said.user().map(shared), said.status(), said.diagnosticId(), said.reason().map(shared))));
    }

    @Override
    public void write(HttpMessage message, ExtractOut out) throws IOException {
        out.number(message.time());
        out.number(message.evidence().offset());
        out.number(message.evidence().length());
        out.text(message.evidence().record());
        out.word(message.host());
        out.word(message.correlation());
        out.word(message.peer());
        out.word(message.user());
        HttpExchange said = message.said();
        out.flag(said.isRequest());
        out.number(said.phase().map(PHASES::indexOf).orElse(-1));
        out.word(said.userAgent());
        out.word(said.user());
        out.number(said.status());
        out.number(said.diagnosticId());
        out.word(said.reason());
    }

    @Override
    public HttpMessage read(String name, ExtractIn in) throws IOException {
        long time = in.number();
        Evidence evidence = new Evidence(name, in.number(), in.number(), in.optionalText());
        Optional<String> host = in.optionalWord();
        Optional<String> correlation = in.optionalWord();
        Optional<String> peer = in.optionalWord();
        Optional<String> user = in.optionalWord();
        boolean request = in.flag();
        int phase = in.count();
        return new HttpMessage(time, evidence, host, correlation, peer, user, new HttpExchange(request, phase < 0 ? Optional.empty() : Optional.of(PHASES.get(phase)),
                in.optionalWord(), in.optionalWord(), in.count(), in.optionalNumber(), in.optionalWord()));
    }
}

package org.traceweave.analysis.internal.callflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.traceweave.analysis.CallFlow;
import org.traceweave.analysis.FlowElement;
import org.traceweave.analysis.FlowSighting;
import org.traceweave.analysis.internal.signin.HttpExchange;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Evidence;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.SignIn;
import org.traceweave.model.Source;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailure;
import org.traceweave.readers.sip.SipMessage;

/** Reads the records of one attempt and makes a ladder of them. To be used once, by one thread. */
public final class FlowReading {

    private static final String CLIENT_FORMAT = "uccapi";
    private static final long AROUND = 60 * UtcTime.NANOS_PER_SECOND;

    private final Case source;
    private final SignIn signIn;
    private final CancelSignal cancel;
    private final List<LoggedMessage> sip = new ArrayList<>();
    private final List<LoggedHttp> http = new ArrayList<>();
    private final Set<Integer> clientLogs = new HashSet<>();

    public FlowReading(Case source, SignIn signIn, CancelSignal cancel) {
        this.source = source;
        this.signIn = signIn;
        this.cancel = cancel;
        source.sources().stream().filter(each -> each.format().filter(CLIENT_FORMAT::equals).isPresent()).map(Source::source)
                .forEach(name -> source.sourceNumber(name).ifPresent(clientLogs::add));
    }

    /** @param failures of the case, for their words */
    public CallFlow read(List<WindowsFailure> failures) throws IOException {
        for (Evidence evidence : signIn.messages()) {
            if (cancel.isCancelled()) {
                throw new CancellationException();
            }
            Optional<IndexedRecord> record = source.find(evidence);
            if (record.isPresent() && record.get().time() != UtcTime.UNKNOWN) {
                read(record.get(), evidence);
            }
        }
        sip.sort(Comparator.comparingLong(logged -> logged.sighting().time()));
        http.sort(Comparator.comparingLong(logged -> logged.sighting().time()));
        try (IndexSnapshot snapshot = source.snapshot()) {
            return flow(snapshot, failures);
        }
    }

    private void read(IndexedRecord record, Evidence evidence) throws IOException {
        String text = source.unmaskedText(record);
        if (record.kind() == RecordKind.HTTP) {
            String with = record.host().orElse("") + "|" + record.keyword(RecordField.CORRELATION).orElse("") + "|"
                    + record.keyword(RecordField.PEER).orElse("");
            HttpExchange says = HttpExchange.read(text);
            http.add(new LoggedHttp(text, says, sighting(record, !says.isRequest(), evidence), with));
            return;
        }
        boolean byClient = clientLogs.contains(record.source());
        SipMessage.parse(text).ifPresent(message -> sip.add(LoggedMessage.of(record, message,
                sighting(record, LoggedMessage.isSent(record, message, byClient), evidence), byClient)));
    }

    private FlowSighting sighting(IndexedRecord record, boolean sent, Evidence evidence) {
        long time = record.time() - (long) (source.skewSeconds(record) * UtcTime.NANOS_PER_SECOND);
        return new FlowSighting(record.host().orElse(evidence.source()), sent, record.time(), time, evidence);
    }

    private CallFlow flow(IndexSnapshot snapshot, List<WindowsFailure> failures) throws IOException {
        Participants participants = new Participants(signIn);
        MessagePhases phases = new MessagePhases(signIn);
        HttpLadder web = new HttpLadder(participants, phases);
        FlowMarks marks = new FlowMarks(source, signIn, participants, failures);
        List<Placed> placed = new ArrayList<>(new SipLadder(participants, phases, tracing(snapshot)).messages(sip));
        placed.addAll(web.messages(http));
        placed.addAll(marks.connections(snapshot));
        placed.addAll(marks.related());
        placed.sort(Comparator.comparingLong(Placed::order));
        List<FlowElement> elements = new FlowEnd(signIn, participants, web.unanswered()).told(placed);
        return new CallFlow(signIn, participants.list(), elements, marks.leftOut());
    }

    /** Hosts that logged SIP messages of any kind about the time of the attempt: what they do not have, they did not get. */
    private Set<String> tracing(IndexSnapshot snapshot) throws IOException {
        Set<String> hosts = new HashSet<>();
        for (LoggedMessage logged : sip) {
            hosts.add(logged.byClient() ? Participants.CLIENT : logged.sighting().host());
        }
        TimeRange about = new TimeRange(signIn.start() - AROUND, signIn.end() + AROUND);
        snapshot.values(RecordQuery.kind(RecordKind.SIP).within(about), "host", 200).forEach(value -> hosts.add(value.value()));
        return hosts;
    }
}

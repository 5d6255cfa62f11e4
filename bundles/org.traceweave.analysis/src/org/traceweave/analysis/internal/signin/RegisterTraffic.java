package org.traceweave.analysis.internal.signin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.Source;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.sip.MsDiagnostics;
import org.traceweave.readers.sip.SipAddress;
import org.traceweave.readers.sip.SipMessage;
import org.traceweave.readers.sip.SipVia;

/** Reads the REGISTER requests of a case, and the answers to them, and sorts them by endpoint. */
final class RegisterTraffic {

    private static final String CLIENT_FORMAT = "uccapi";

    private final Case source;
    private final CancelSignal cancel;
    private final Map<String, List<RegisterMessage>> byEndpoint = new LinkedHashMap<>();
    private final Map<Integer, Boolean> clientLogs = new HashMap<>();
    private final Map<String, String> endpointOfCall = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();

    RegisterTraffic(Case source, CancelSignal cancel) {
        this.source = source;
        this.cancel = cancel;
        for (Source each : source.sources()) {
            boolean client = each.format().filter(CLIENT_FORMAT::equals).isPresent();
            source.sourceNumber(each.source()).ifPresent(number -> clientLogs.put(number, client));
        }
    }

    /** The messages of each endpoint, in order of true time. */
    List<List<RegisterMessage>> byEndpoint(IndexSnapshot snapshot) throws IOException {
        RecordQuery query = RecordQuery.kind(RecordKind.SIP).and(RecordQuery.keyword(RecordField.METHOD, "REGISTER"));
        List<RegisterMessage> waiting = new ArrayList<>();
        snapshot.scan(query, record -> {
            if (cancel.isCancelled()) {
                throw new CancellationException();
            }
            read(record).ifPresent(message -> sort(message, waiting));
            return true;
        });
        // an answer logged without its request has no epid of its own: it belongs where its Call-ID does
        waiting.forEach(message -> list(endpointOfCall.getOrDefault(message.callId(), key(message))).add(message));
        byEndpoint.values().forEach(messages -> messages.sort(Comparator.comparingLong(RegisterMessage::trueTime)));
        return List.copyOf(byEndpoint.values());
    }

    private void sort(RegisterMessage message, List<RegisterMessage> waiting) {
        if (message.endpointId().isEmpty()) {
            waiting.add(message);
            return;
        }
        String key = key(message);
        endpointOfCall.putIfAbsent(message.callId(), key);
        list(key).add(message);
    }

    private static String key(RegisterMessage message) {
        return message.user() + "\n" + message.endpointId().orElse(message.callId());
    }

    private List<RegisterMessage> list(String key) {
        return byEndpoint.computeIfAbsent(key, absent -> new ArrayList<>());
    }

    private Optional<RegisterMessage> read(IndexedRecord record) throws IOException {
        if (record.time() == UtcTime.UNKNOWN) {
            return Optional.empty();
        }
        return SipMessage.parse(source.unmaskedText(record)).flatMap(message -> read(record, message));
    }

    private Optional<RegisterMessage> read(IndexedRecord record, SipMessage message) {
        int status = message.status().orElse(0);
        int cseq = (int) message.cseqNumber().orElse(-1);
        Optional<String> callId = message.callId();
        Optional<SipAddress> user = message.to().or(message::from);
        if (status > 0 && status < 200 || cseq < 0 || callId.isEmpty() || user.isEmpty()) {
            return Optional.empty();
        }
        TokenReading token = status == 0 ? TokenReading.ofRequest(message.authorizations()) : TokenReading.ofAnswer(message.challenges());
        Optional<MsDiagnostics> diagnostic = message.diagnostics().stream().findFirst();
        double skew = record.host().map(source::skewSeconds).orElse(0.0);
        OptionalInt expires = message.expires().isPresent() ? OptionalInt.of((int) message.expires().getAsLong()) : OptionalInt.empty();
        return Optional.of(new RegisterMessage(record.time(), record.time() - (long) (skew * UtcTime.NANOS_PER_SECOND),
                source.evidence(record), record.host().map(this::word), status, word(user.get().address()),
                message.from().flatMap(SipAddress::epid).or(() -> message.to().flatMap(SipAddress::epid)).map(this::word),
                word(callId.get()), cseq, expires, status == 0 ? message.userAgent().map(this::word) : Optional.empty(),
                clientAddress(message, status).map(this::word), token.scheme(), token.token(), token.words(), token.workstation().map(this::word),
                token.tls(), token.offers(),
                diagnostic.map(each -> OptionalInt.of(each.id())).orElse(OptionalInt.empty()), reason(message, status, diagnostic),
                diagnostic.flatMap(MsDiagnostics::hresult), status == 0 ? Optional.empty() : message.server().map(this::word), clientLogs.getOrDefault(record.source(), false)));
    }

    private static Optional<String> reason(SipMessage message, int status, Optional<MsDiagnostics> diagnostic) {
        Optional<String> stated = diagnostic.flatMap(each -> each.reason().or(each::meaning));
        boolean ordinary = status < 400 || status == 401 || status == 407;
        return stated.isPresent() || ordinary ? stated : Optional.of(message.reasonPhrase()).filter(phrase -> !phrase.isBlank());
    }

    /** The client is named by the lowest Via: by the address its message was received from, else by what it calls itself. */
    private static Optional<String> clientAddress(SipMessage message, int status) {
        List<SipVia> vias = message.vias();
        if (vias.isEmpty()) {
            return status == 0 ? message.peer() : Optional.empty();
        }
        SipVia lowest = vias.getLast();
        Optional<String> received = lowest.received().map(address -> lowest.receivedPort().map(port -> address + ":" + port).orElse(address));
        return received.isPresent() ? received : Optional.of(lowest.sentBy());
    }

    /** One string for each word, however often it is read. */
    private String word(String text) {
        return words.computeIfAbsent(text, same -> same);
    }
}

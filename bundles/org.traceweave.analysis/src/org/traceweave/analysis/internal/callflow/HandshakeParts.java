package org.traceweave.analysis.internal.callflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowDetail.Kind;
import org.traceweave.analysis.internal.signin.TokenWords;
import org.traceweave.certificates.TlsFlight;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.model.Evidence;
import org.traceweave.model.Scheme;
import org.traceweave.readers.sip.AuthenticationHeader;
import org.traceweave.readers.sip.SipMessage;

/**
 * Unfolds what the messages of an attempt carry, in their order: offers, tokens of NTLM and Kerberos in words, and the TLS handshake inside
 * TLS-DSK, put together again where a flight is spread over several messages.
 */
final class HandshakeParts {

    private static final byte[] NOTHING = {};

    private final Map<String, byte[]> unfinished = new HashMap<>();

    List<FlowDetail> unfold(String callId, LoggedMessage logged) {
        SipMessage message = logged.message();
        Evidence evidence = logged.sighting().evidence();
        List<FlowDetail> details = new ArrayList<>();
        List<String> offers = new ArrayList<>();
        List<AuthenticationHeader> headers = message.isRequest() ? message.authorizations() : message.challenges();
        for (AuthenticationHeader header : headers) {
            if (header.hasGssapiData()) {
                details.addAll(token(callId, message.isRequest(), header, evidence));
            } else if (message.isResponse()) {
                offers.add(header.scheme());
            }
        }
        if (!offers.isEmpty()) {
            details.add(new FlowDetail(Kind.OFFER, "offers " + String.join(", ", offers), targets(headers), Optional.empty(), false, evidence));
        }
        new HeaderWords(message, evidence).addTo(details);
        return details;
    }

    private static String targets(List<AuthenticationHeader> headers) {
        String names = headers.stream().flatMap(header -> header.targetName().stream()).map(name -> name.substring(name.indexOf('/') + 1)).distinct()
                .collect(Collectors.joining(", "));
        String provisioning = headers.stream().flatMap(header -> header.stsUri().stream()).findFirst().map(uri -> "; user certificates from " + uri)
                .orElse("");
        return names.isEmpty() ? provisioning.replaceFirst("^; ", "") : "of " + names + provisioning;
    }

    private List<FlowDetail> token(String callId, boolean request, AuthenticationHeader header, Evidence evidence) {
        byte[] bytes = header.gssapiData().map(Base64Text::bytes).orElse(NOTHING);
        if (header.signInScheme() == Scheme.TLS_DSK) {
            return handshake(callId + "|" + request, bytes, evidence);
        }
        Optional<String> words = header.signInScheme() == Scheme.NTLM ? TokenWords.ofNtlm(bytes) : TokenWords.ofKerberos(bytes);
        String name = words.map(HandshakeParts::head).orElse(bytes.length == 0 ? header.scheme() + ", first step" : header.scheme() + " token");
        String rest = words.map(said -> said.substring(head(said).length()).replaceFirst("^[, ]+", "")).orElse("");
        return List.of(new FlowDetail(Kind.TOKEN, name, rest, Optional.empty(), false, evidence));
    }

    /** The two words that say what kind of token it is. */
    private static String head(String words) {
        int second = words.indexOf(' ', words.indexOf(' ') + 1);
        String head = second < 0 ? words : words.substring(0, second);
        return head.endsWith(",") ? head.substring(0, head.length() - 1) : head;
    }

    private List<FlowDetail> handshake(String direction, byte[] own, Evidence evidence) {
        byte[] before = unfinished.getOrDefault(direction, NOTHING);
        byte[] whole = joined(before, own);
        TlsFlight flight = TlsRecords.read(whole);
        boolean cut = !flight.problems().isEmpty() && own.length > 0;
        if (cut && before.length > 0 && TlsRecords.read(own).problems().isEmpty()) {
            // what was left open was never finished: this message makes sense alone
            flight = TlsRecords.read(own);
            cut = false;
        }
        if (cut) {
            unfinished.put(direction, whole);
        } else {
            unfinished.remove(direction);
        }
        List<FlowDetail> details = new FlightWords(flight, evidence).details();
        if (before.length > 0 && !cut) {
            details.addFirst(new FlowDetail(Kind.HANDSHAKE, "rest of a flight", "the flight began in an earlier message", Optional.empty(), false,
                    evidence));
        }
        return details;
    }

    private static byte[] joined(byte[] before, byte[] own) {
        byte[] whole = Arrays.copyOf(before, before.length + own.length);
        System.arraycopy(own, 0, whole, before.length, own.length);
        return whole;
    }
}

package org.traceweave.readers.sip.internal.capture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.certificates.CipherSuite;
import org.traceweave.certificates.TlsAlert;
import org.traceweave.certificates.TlsFlight;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.sip.SipAddress;
import org.traceweave.readers.sip.SipMessage;

/** Makes the records of a capture: a handshake in words with its records in base64, or a SIP message as it was sent. */
final class CaptureRecords {

    private static final String COMPONENT = "TLS";

    private final RecordSink sink;
    private final RecordDraft draft = new RecordDraft();

    CaptureRecords(RecordSink sink) {
        this.sink = sink;
    }

    /** @param asked the name that the client of this server asked for */
    void tls(Stream stream, String from, String to, byte[] records, TlsFlight flight, Optional<String> asked) {
        byte[] text = ("TLS " + from + " \u2192 " + to + ": " + words(flight) + "\r\n" + Base64.getEncoder().encodeToString(records)).getBytes(StandardCharsets.UTF_8);
        begin(stream, text).kind(RecordKind.CONNECTION).component(COMPONENT).level(flight.fatalAlert().isPresent() ? Level.ERROR : Level.INFO)
                .add(RecordField.PEER, to);
        asked.or(() -> flight.clientHello().flatMap(TlsFlight.ClientHello::serverName)).ifPresent(name -> draft.add(RecordField.TARGET, name));
        flight.alerts().stream().findFirst().ifPresent(alert -> draft.add(RecordField.ALERT, alert.description()));
        sink.record(draft);
    }

    private RecordDraft begin(Stream stream, byte[] text) {
        draft.begin(stream.offset(), (int) Math.min(Integer.MAX_VALUE, stream.end() - stream.offset())).text(text, 0, text.length);
        return stream.time() == Long.MIN_VALUE ? draft : draft.time(stream.time());
    }

    private static String words(TlsFlight flight) {
        List<String> parts = new ArrayList<>();
        flight.clientHello().ifPresent(hello -> parts.add("ClientHello, up to " + TlsRecords.versionName(hello.version())
                + hello.serverName().map(name -> ", asks for " + name).orElse(", asks for no name")));
        flight.serverHello().ifPresent(hello -> parts.add("ServerHello, " + hello.versionName() + ", " + CipherSuite.name(hello.cipherSuite())
                + (flight.certificatesHidden() ? ", its certificates are encrypted" : "")));
        if (flight.certificateMessage()) {
            parts.add(flight.certificates().isEmpty() ? "no certificate" : flight.certificates().size() + (flight.certificates().size() == 1 ? " certificate" : " certificates"));
        }
        flight.certificateRequest().ifPresent(request -> parts.add("asks for a client certificate"));
        flight.alerts().forEach(alert -> parts.add((alert.fatal() ? "fatal" : "warning") + " alert " + alert.description() + " " + TlsAlert.name(alert.description())));
        flight.encryptedFrom().ifPresent(offset -> parts.add("encrypted from there on"));
        return parts.isEmpty() ? "a handshake that tells nothing" : String.join("; ", parts);
    }

    void sip(Stream stream, String from, String to, byte[] message) {
        begin(stream, message).kind(RecordKind.SIP).component("SIP").level(Level.INFO).add(RecordField.PEER, to);
        SipMessage.parse(message).ifPresent(this::fields);
        sink.record(draft);
    }

    private void fields(SipMessage message) {
        message.status().ifPresent(status -> draft.add(RecordField.STATUS, status));
        draft.add(RecordField.METHOD, message.isRequest() ? message.method() : message.cseqMethod().orElse(""));
        message.callId().ifPresent(value -> draft.add(RecordField.CALL_ID, value));
        message.value("CSeq").ifPresent(value -> draft.add(RecordField.CSEQ, value));
        message.userAgent().ifPresent(value -> draft.add(RecordField.DEVICE, value));
        Optional<String> from = message.from().map(SipAddress::address).map(address -> address.toLowerCase(Locale.ROOT));
        from.ifPresent(value -> draft.add(RecordField.FROM, value).add(RecordField.USER, value));
        message.to().map(SipAddress::address).map(address -> address.toLowerCase(Locale.ROOT)).ifPresent(value -> {
            draft.add(RecordField.TO, value);
            if (from.filter(value::equals).isEmpty()) {
                draft.add(RecordField.USER, value);
            }
        });
    }
}

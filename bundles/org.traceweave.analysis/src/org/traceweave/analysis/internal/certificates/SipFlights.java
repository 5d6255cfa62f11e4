package org.traceweave.analysis.internal.certificates;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.traceweave.analysis.internal.Thumbprints;
import org.traceweave.certificates.CertificateLint;
import org.traceweave.certificates.LintContext.Role;
import org.traceweave.certificates.TlsFlight;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.model.Scheme;
import org.traceweave.readers.sip.AuthenticationHeader;
import org.traceweave.readers.sip.SipAddress;
import org.traceweave.readers.sip.SipMessage;

/** Reads the TLS-DSK handshakes in SIP messages, in the order of their time: whose certificates they carry, and what for. */
final class SipFlights {

    /** Takes a certificate of a handshake. */
    @FunctionalInterface
    interface Certificates {

        /** @param here whether the message at hand has its last byte; else it was given before, when less was known of its use */
        void certificate(TlsFlight.SentCertificate sent, SeenUse use, boolean here);
    }

    private static final SeenUse IN_CHAIN = new SeenUse(Role.UNKNOWN, Optional.empty(), List.of(), List.of(), OptionalInt.empty(), Optional.empty(), List.of());

    private final SpreadFlights spread = new SpreadFlights();

    /**
     * Gives each certificate of a message's handshakes, with its use: those in the message, and those that it completes.
     *
     * @param source tells logs apart: each has its own copy of a message
     */
    void read(String source, String text, Certificates certificates) {
        Optional<SipMessage> parsed = SipMessage.parse(text);
        if (parsed.isEmpty()) {
            return;
        }
        SipMessage message = parsed.get();
        Stream<AuthenticationHeader> headers = message.isRequest() ? message.authorizations().stream() : message.challenges().stream();
        headers.filter(header -> header.signInScheme() == Scheme.TLS_DSK && header.hasGssapiData()).forEach(header -> {
            byte[] token = decoded(header.gssapiData().orElse(""));
            TlsFlight alone = TlsRecords.read(token);
            Optional<byte[]> whole = spread.join(source + "|" + message.callId().orElse("") + "|" + message.isRequest(), message.cseqNumber().orElse(-1), token,
                    alone.problems().isEmpty());
            // what makes sense alone does not go on with what was left open
            Optional<TlsFlight> joined = whole.map(TlsRecords::read).filter(read -> read.certificates().size() > alone.certificates().size());
            TlsFlight flight = joined.orElse(alone);
            int before = joined.isPresent() ? whole.map(bytes -> bytes.length - token.length).orElse(0) : 0;
            use(message, header, flight).ifPresent(use -> {
                for (TlsFlight.SentCertificate sent : flight.certificates()) {
                    if (sent.complete()) {
                        certificates.certificate(sent, sent == flight.certificates().getFirst() ? use : IN_CHAIN, sent.endOffset() > before);
                    }
                }
            });
        });
    }

    private static Optional<SeenUse> use(SipMessage message, AuthenticationHeader header, TlsFlight flight) {
        if (flight.certificates().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> user = message.from().map(SipAddress::address).map(address -> address.toLowerCase(Locale.ROOT));
        boolean server = message.isResponse();
        Optional<String> target = header.targetName().filter(name -> name.indexOf('.') > 0);
        List<String> sent = flight.certificates().stream().filter(TlsFlight.SentCertificate::complete).map(each -> Thumbprints.sha1(each.der())).toList();
        return Optional.of(new SeenUse(server ? Role.SERVER : Role.TLS_DSK_USER, server ? target : user, server ? expected(target, user) : List.of(), sent,
                flight.serverHello().map(hello -> OptionalInt.of(hello.cipherSuite())).orElse(OptionalInt.empty()), Optional.empty(), CertificateLint.lint(flight)));
    }

    /** The server's own name, and the one that clients of the user's domain look for. */
    private static List<String> expected(Optional<String> target, Optional<String> user) {
        List<String> names = new ArrayList<>();
        target.ifPresent(names::add);
        user.filter(address -> address.indexOf('@') > 0).ifPresent(address -> names.add("sip." + address.substring(address.indexOf('@') + 1)));
        return names;
    }

    /** The token as far as it is there: one that was cut off still tells what its whole groups say. */
    private static byte[] decoded(String data) {
        String clean = data.replaceAll("[^A-Za-z0-9+/]", "");
        int over = clean.length() % 4;
        String whole = over == 1 ? clean.substring(0, clean.length() - 1) : clean;
        return Base64.getDecoder().decode(whole);
    }
}

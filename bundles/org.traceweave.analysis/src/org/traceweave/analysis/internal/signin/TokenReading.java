package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.traceweave.analysis.internal.Thumbprints;
import org.traceweave.analysis.internal.signin.RegisterMessage.Token;
import org.traceweave.certificates.TlsAlert;
import org.traceweave.certificates.TlsFlight;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.model.Scheme;
import org.traceweave.readers.sip.AuthenticationHeader;

/**
 * What authentication material a message carries: which scheme's, which step of it, and what is readable inside, in words; {@code
 * workstation}: the machine that an NTLM answer came from, in upper case.
 */
record TokenReading(Scheme scheme, Token token, Optional<String> words, Optional<String> workstation, TlsFacts tls, List<Scheme> offers) {

    private static final TokenReading NOTHING = new TokenReading(Scheme.NONE, Token.NONE, Optional.empty(), Optional.empty(), TlsFacts.NONE, List.of());
    private static final byte[] NO_BYTES = {};
    private static final int NTLM_TYPE_OFFSET = 8;
    private static final int CLOSE_NOTIFY = 0;

    /** Reads the credentials of a request. */
    static TokenReading ofRequest(List<AuthenticationHeader> authorizations) {
        for (AuthenticationHeader header : authorizations) {
            Scheme scheme = header.signInScheme();
            if (scheme == Scheme.NONE) {
                continue;
            }
            if (!header.hasGssapiData()) {
                Token token = header.signature().isPresent() ? Token.SIGNED : Token.NONE;
                return new TokenReading(scheme, token, Optional.empty(), Optional.empty(), TlsFacts.NONE, List.of());
            }
            byte[] bytes = decoded(header);
            return switch (scheme) {
                case TLS_DSK -> tls(bytes);
                case NTLM -> new TokenReading(scheme, ntlmType(bytes) == 3 ? Token.FURTHER : Token.FIRST, TokenWords.ofNtlm(bytes), TokenWords.workstation(bytes),
                        TlsFacts.NONE, List.of());
                default -> new TokenReading(scheme, Token.FURTHER, TokenWords.ofKerberos(bytes), Optional.empty(), TlsFacts.NONE, List.of());
            };
        }
        return NOTHING;
    }

    /** Reads the challenges of an answer: a further token of the scheme in use, or fresh offers. */
    static TokenReading ofAnswer(List<AuthenticationHeader> challenges) {
        List<Scheme> offers = new ArrayList<>();
        for (AuthenticationHeader header : challenges) {
            Scheme scheme = header.signInScheme();
            if (scheme == Scheme.NONE) {
                continue;
            }
            // an empty one asks for the rest of a flight that is spread over messages
            if (header.hasGssapiData()) {
                return scheme == Scheme.TLS_DSK ? tls(decoded(header))
                        : new TokenReading(scheme, Token.FURTHER, TokenWords.ofNtlm(decoded(header)), Optional.empty(), TlsFacts.NONE, List.of());
            }
            offers.add(scheme);
        }
        return new TokenReading(Scheme.NONE, Token.NONE, Optional.empty(), Optional.empty(), TlsFacts.NONE, offers);
    }

    /** Reads the TLS records of one token, or of several in a row. */
    static TokenReading tls(byte[] bytes) {
        TlsFlight flight = TlsRecords.read(bytes);
        List<String> thumbprints = flight.certificates().stream().filter(TlsFlight.SentCertificate::complete)
                .map(certificate -> Thumbprints.sha1(certificate.der())).toList();
        return of(new TlsFacts(flight.clientHello().isPresent(), flight.serverHello().isPresent(),
                flight.serverHello().map(TlsFlight.ServerHello::versionName)
                        .or(() -> flight.clientHello().map(hello -> TlsRecords.versionName(hello.version()))),
                flight.serverHello().map(TlsFlight.ServerHello::cipherSuiteName), flight.certificateMessage(), thumbprints,
                flight.certificateRequest().isPresent(), flight.certificateRequest().map(TlsFlight.CertificateRequest::authorities).orElse(List.of()),
                flight.encryptedFrom().isPresent(), alert(flight),
                flight.problems().isEmpty() || bytes.length == 0 ? Optional.empty() : Optional.of(bytes)));
    }

    static TokenReading of(TlsFacts facts) {
        return new TokenReading(Scheme.TLS_DSK, facts.clientHello() ? Token.FIRST : Token.FURTHER, Optional.empty(), Optional.empty(), facts, List.of());
    }

    /** What ends the handshake: a fatal alert, or a warning that stands alone. One amid handshake messages stops nothing (RFC 6066 section 3). */
    private static Optional<TlsFacts.Alert> alert(TlsFlight flight) {
        return flight.fatalAlert().or(() -> flight.alerts().stream().filter(each -> flight.handshakeTypes().isEmpty()).findFirst())
                .filter(each -> each.description() != CLOSE_NOTIFY)
                .map(each -> new TlsFacts.Alert(each.description(), TlsAlert.name(each.description())));
    }

    private static byte[] decoded(AuthenticationHeader header) {
        String data = header.gssapiData().orElse("");
        try {
            return Base64.getMimeDecoder().decode(data);
        } catch (IllegalArgumentException cutOff) {
            return decodedUpTo(data);
        }
    }

    /** A token that was cut off still tells what its whole groups of four characters say. */
    private static byte[] decodedUpTo(String data) {
        String clean = data.replaceAll("[^A-Za-z0-9+/]", "");
        String whole = clean.substring(0, clean.length() / 4 * 4);
        return whole.isEmpty() ? NO_BYTES : Base64.getDecoder().decode(whole);
    }

    private static int ntlmType(byte[] bytes) {
        return bytes.length > NTLM_TYPE_OFFSET ? bytes[NTLM_TYPE_OFFSET] : 0;
    }
}

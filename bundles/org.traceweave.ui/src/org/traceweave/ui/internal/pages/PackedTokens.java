package org.traceweave.ui.internal.pages;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.traceweave.certificates.TlsAlert;
import org.traceweave.certificates.TlsFlight;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.readers.sip.AuthenticationHeader;
import org.traceweave.readers.sip.SipMessage;
import org.traceweave.readers.sip.TlsDskToken;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;

/** Writes what the authentication headers of a SIP message carry inside: the TLS handshake of TLS-DSK, with its certificates and alerts. */
final class PackedTokens {

    private static final Texts TEXTS = new Texts(PackedTokens.class);
    private static final int SHOWN_AUTHORITIES = 12;

    private final String text;
    private final PageText page;
    private final CertificateNames certificates;

    PackedTokens(String text, PageText page, CertificateNames certificates) {
        this.text = text;
        this.page = page;
        this.certificates = certificates;
    }

    void write() {
        Optional<SipMessage> message = SipMessage.parse(text);
        if (message.isEmpty()) {
            return;
        }
        List<AuthenticationHeader> headers = new ArrayList<>(message.get().challenges());
        headers.addAll(message.get().authorizations());
        for (AuthenticationHeader header : headers) {
            TlsDskToken.of(header).ifPresent(token -> handshake(header, TlsRecords.read(token.bytes())));
        }
    }

    private void handshake(AuthenticationHeader header, TlsFlight flight) {
        if (!flight.isTls()) {
            return;
        }
        page.heading(TEXTS.get("tls.heading", "header", header.header()));
        page.fact(TEXTS.get("tls.messages"), flight.handshakeTypes().stream().map(TlsRecords::handshakeName)
                .collect(Collectors.joining(", ")));
        flight.clientHello().ifPresent(hello -> {
            page.fact(TEXTS.get("tls.offers"), TlsRecords.versionName(hello.version()));
            page.fact(TEXTS.get("tls.suites"), TEXTS.get("tls.suiteCount", "count", hello.cipherSuites().size()));
            hello.serverName().ifPresent(name -> page.fact(TEXTS.get("tls.serverName"), name));
        });
        flight.serverHello().ifPresent(hello -> page.fact(TEXTS.get("tls.chooses"), hello.versionName() + ", " + hello.cipherSuiteName()));
        flight.certificates().forEach(sent -> certificates.write(page, TEXTS.get("attempt.certificate"), sha1(sent.der())));
        if (flight.emptyCertificateList()) {
            page.fact(TEXTS.get("attempt.certificate"), TEXTS.get("tls.noCertificate"), Tone.ERROR);
        }
        flight.certificateRequest().ifPresent(request -> page.fact(TEXTS.get("tls.wants"), request.authorities().stream()
                .limit(SHOWN_AUTHORITIES).map(CertificateNames::shortName).collect(Collectors.joining(", "))));
        for (TlsAlert alert : flight.alerts()) {
            page.fact(TEXTS.get("tls.alert"), TEXTS.get("tls.alertText", "number", alert.description(), "name", alert.name()),
                    alert.fatal() ? Tone.ERROR : Tone.TEXT);
        }
        flight.problems().forEach(problem -> page.fact(TEXTS.get("tls.problem"), problem, Tone.WARNING));
    }

    private static String sha1(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}

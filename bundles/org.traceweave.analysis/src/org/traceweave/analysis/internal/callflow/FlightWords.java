package org.traceweave.analysis.internal.callflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowDetail.Kind;
import org.traceweave.analysis.internal.Thumbprints;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.TlsAlert;
import org.traceweave.certificates.TlsFlight;
import org.traceweave.certificates.TlsFlight.SentCertificate;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.UtcTime;

/** Tells one side's flight of a TLS handshake message by message: version, cipher suite, certificates by name, whose certificates are asked for, alerts. */
final class FlightWords {

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE = 11;
    private static final int CERTIFICATE_REQUEST = 13;
    private static final int MOST_AUTHORITIES = 3;
    private static final int DATE = 10;

    private final TlsFlight flight;
    private final Evidence evidence;
    private final List<FlowDetail> details = new ArrayList<>();

    FlightWords(TlsFlight flight, Evidence evidence) {
        this.flight = flight;
        this.evidence = evidence;
    }

    /** In the order in which they were sent; the list may be changed. */
    List<FlowDetail> details() {
        for (int type : flight.handshakeTypes()) {
            boolean none = type == CERTIFICATE && flight.emptyCertificateList();
            details.add(new FlowDetail(Kind.HANDSHAKE, TlsRecords.handshakeName(type), words(type), Optional.empty(), none, evidence));
            if (type == CERTIFICATE) {
                certificates();
            }
        }
        if (flight.encryptedFrom().isPresent()) {
            add(Kind.HANDSHAKE, "Finished", "encrypted, " + flight.encryptedBytes() + " bytes");
        }
        if (flight.certificatesHidden()) {
            add(Kind.HANDSHAKE, "certificates", "encrypted, as TLS 1.3 does");
        }
        for (TlsAlert alert : flight.alerts()) {
            boolean closing = alert.description() == 0;
            details.add(new FlowDetail(Kind.ALERT, "alert " + alert.description() + " " + alert.name(), alert.fatal() ? "fatal" : "warning",
                    Optional.empty(), !closing, evidence));
        }
        flight.problems().forEach(problem -> add(Kind.DAMAGE, "incomplete", problem));
        return details;
    }

    private void add(Kind kind, String name, String words) {
        details.add(new FlowDetail(kind, name, words, Optional.empty(), false, evidence));
    }

    private String words(int type) {
        return switch (type) {
            case CLIENT_HELLO -> flight.clientHello().map(FlightWords::hello).orElse("");
            case SERVER_HELLO -> flight.serverHello().map(hello -> hello.versionName() + ", " + hello.cipherSuiteName()).orElse("");
            case CERTIFICATE -> flight.emptyCertificateList() ? "none: the client sent an empty list (L46)" : chain();
            case CERTIFICATE_REQUEST -> flight.certificateRequest().map(FlightWords::wish).orElse("");
            default -> "";
        };
    }

    private static String hello(TlsFlight.ClientHello hello) {
        return "up to " + TlsRecords.versionName(hello.version()) + ", " + hello.cipherSuites().size() + " cipher suites"
                + hello.serverName().map(name -> ", asks for " + name).orElse("") + (hello.resumes() ? ", resumes a session" : "");
    }

    private String chain() {
        int count = flight.certificates().size();
        return count == 1 ? "1 certificate" : "chain of " + count;
    }

    private static String wish(TlsFlight.CertificateRequest request) {
        if (request.authorities().isEmpty()) {
            return "of any authority";
        }
        String first = request.authorities().stream().limit(MOST_AUTHORITIES).map(FlightWords::commonName).collect(Collectors.joining(", "));
        int more = request.authorities().size() - MOST_AUTHORITIES;
        return "issued by " + first + (more > 0 ? " or " + more + " more" : "");
    }

    private void certificates() {
        for (SentCertificate sent : flight.certificates()) {
            if (!sent.complete()) {
                add(Kind.CERTIFICATE, "certificate", "cut off after " + sent.der().length + " bytes");
                continue;
            }
            Certificate certificate = CertificateDecoder.decode(sent.der());
            details.add(new FlowDetail(Kind.CERTIFICATE, certificate.subject().map(FlightWords::commonName).orElse("certificate without a name"),
                    facts(certificate), Optional.of(Thumbprints.sha1(sent.der())), weak(certificate), evidence));
        }
    }

    /** Issuer, hash of the signature and end of validity. */
    static String facts(Certificate certificate) {
        String issuer = certificate.issuer().map(name -> certificate.subject().filter(name::equals).isPresent() ? "self-signed" : "issued by "
                + commonName(name))
                .orElse("issuer unknown");
        String hash = certificate.signatureHash().map(name -> ", " + name).orElse("");
        String end = certificate.notAfter().isPresent() ? ", valid until " + UtcTime.format(certificate.notAfter().getAsLong()).substring(0, DATE)
                : "";
        return issuer + hash + end;
    }

    /** A weak signature counts but on a root, whose own signature nobody checks. */
    private static boolean weak(Certificate certificate) {
        boolean root = certificate.subject().isPresent() && certificate.subject().equals(certificate.issuer());
        return !root && certificate.signatureHash().filter(hash -> hash.equals("SHA1") || hash.toUpperCase(Locale.ROOT).startsWith("MD")).isPresent();
    }

    /** The common name of an RFC 4514 name, or all of it. */
    static String commonName(String name) {
        for (String part : name.split("(?<!\\\\),")) {
            if (part.strip().startsWith("CN=")) {
                return part.strip().substring("CN=".length());
            }
        }
        return name;
    }
}

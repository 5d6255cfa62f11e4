package org.traceweave.probe.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.traceweave.certificates.CipherSuite;
import org.traceweave.certificates.ChainLink.SignatureCheck;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.TlsFlight.CertificateRequest;
import org.traceweave.model.Severity;
import org.traceweave.model.UtcTime;
import org.traceweave.probe.OcspStaple;
import org.traceweave.probe.ProbeAttempt;
import org.traceweave.probe.ProbeFailure;
import org.traceweave.probe.ProbeHandshake;
import org.traceweave.probe.ProbeHandshake.KeyProof;
import org.traceweave.probe.ProbeResult;
import org.traceweave.probe.VersionSupport;
import org.traceweave.probe.internal.tls.ClientOffer;
import org.traceweave.probe.internal.tls.SignatureSchemes;

/** What is telling about a handshake: version, suite, proof of the key, staple, what depends on the server name. */
final class HandshakeFindings {

    private static final int MOST_NAMES = 5;

    private final ProbeResult result;
    private final ProbeHandshake handshake;
    private final ProbeFindings findings;
    private final List<String> host;

    HandshakeFindings(ProbeResult result, ProbeHandshake handshake, ProbeFindings findings) {
        this.result = result;
        this.handshake = handshake;
        this.findings = findings;
        host = List.of(result.request().target().host());
    }

    void add() {
        findings.add("probe.handshake", Severity.INFO, handshake.versionName() + ", " + handshake.cipherSuiteName(), result.request().target()
                + " chose "
                + handshake.versionName() + " with " + handshake.cipherSuiteName() + " and sent " + count(handshake.sent().size()) + ".", "", host);
        version();
        suites();
        proof();
        retries();
        serverName();
        handshake.staple().ifPresent(this::staple);
        handshake.certificateRequest().ifPresent(this::clientCertificate);
        result.answer().ifPresent(answer -> findings.add("probe.answer", Severity.INFO, "The GET was answered: " + answer.statusLine(), "GET "
                + result.request().target().path() + " over the completed handshake was answered with " + answer.statusLine() + ".", "", host));
        result.getFailure().ifPresent(why -> findings.add("probe.no-answer", Severity.WARNING, "The GET was not answered",
                ProbeFindings.sentence(why), "", host));
    }

    private static String count(int certificates) {
        return certificates == 1 ? "1 certificate" : certificates + " certificates";
    }

    private void version() {
        if (handshake.version() < ClientOffer.TLS_1_2) {
            findings.add("tls.old-version", Severity.WARNING, "The server's best version is " + handshake.versionName(), handshake.versionName()
                    + " was the newest version that the server took. Chrome since 84 and Windows 11 do not speak it by default, and clients with TLS 1.2 only "
                    + "cannot connect.", "Enable TLS 1.2 on the server (and restart it).", host);
        }
        List<String> old = result.versions().stream().filter(each -> each.supported()
                && each.version() < ClientOffer.TLS_1_2).map(VersionSupport::versionName)
                .toList();
        if (!old.isEmpty() && handshake.version() >= ClientOffer.TLS_1_2) {
            findings.add("tls.old-version", Severity.INFO, "Old versions are enabled too", "The server also takes " + String.join(" and ", old)
                    + ", beside newer versions.", "Disable them once no client needs them; Lync phones do.", host);
        }
        boolean modern = result.versions().stream().anyMatch(each -> each.supported() && each.version() == ClientOffer.TLS_1_2);
        if (!result.versions().isEmpty() && !modern) {
            String said = result.versions().stream().filter(each -> each.version() == ClientOffer.TLS_1_2).flatMap(each -> each.refusal().stream())
                    .collect(Collectors.joining());
            findings.add("tls.protocol-mismatch", Severity.WARNING, "No TLS 1.2", "The server does not take TLS 1.2. " + ProbeFindings.sentence(said),
                    "Clients that were set to TLS 1.2 only need it: enable it.", host);
        }
    }

    private void suites() {
        if (CipherSuite.weak(handshake.cipherSuite())) {
            findings.add("tls.weak-cipher", Severity.WARNING, "Weak cipher suite chosen", "Of all that was offered the server chose "
                    + handshake.cipherSuiteName() + ", which current clients do not take.", "Order strong suites first on the server.", host);
        }
        List<String> weak = result.versions().stream().flatMap(each -> each.suites().stream()).distinct().filter(CipherSuite::weak)
                .map(CipherSuite::name).toList();
        if (!weak.isEmpty()) {
            findings.add("tls.weak-cipher", Severity.INFO, "Weak cipher suites are enabled", "The server also takes " + String.join(", ", weak) + ".",
                    "Disable them once no client needs them.", host);
        }
    }

    private void proof() {
        if (handshake.keyProof() == KeyProof.WRONG) {
            findings.add("tls.key-mismatch", Severity.WARNING, "The key is not the certificate's", "The server signed the handshake"
                    + handshake.signatureScheme().stream().mapToObj(scheme -> " (" + SignatureSchemes.name(scheme)
                            + ")").collect(Collectors.joining())
                    + " with a key that is not that of the certificate it sent. Every client breaks off.",
                    "Bind the certificate again together with its private key.", host);
        }
        boolean sha1 = handshake.signatureScheme().stream().anyMatch(scheme -> scheme >> 8 == 2);
        if (sha1) {
            findings.add("tls.sha1-handshake", Severity.INFO, "The handshake itself is signed with SHA-1", "The server signed its key exchange with "
                    + SignatureSchemes.name(handshake.signatureScheme().getAsInt())
                            + ". That is another SHA-1 than that of the certificate.", "", host);
        }
    }

    /** Earlier attempts that failed where a lesser one was answered. */
    private void retries() {
        Optional<ProbeAttempt> failed = result.attempts().stream().filter(attempt -> attempt.failure().isPresent()).findFirst();
        Optional<ProbeAttempt> answered = result.attempts().stream().filter(attempt -> attempt.failure().isEmpty()).findFirst();
        if (failed.isPresent() && answered.isPresent() && result.attempts().indexOf(failed.get()) < result.attempts().indexOf(answered.get())) {
            findings.add("tls.intolerant", Severity.WARNING, "The server does not answer what current clients offer", "Offered "
                    + failed.get().offered() + ": "
                    + failed.get().failure().map(ProbeFailure::text).orElse("") + ". It answered when offered " + answered.get().offered() + ".",
                    "Clients that do not try again with less fail here: update the server's TLS software, or what stands in between.", host);
        }
    }

    private void serverName() {
        result.withoutServerName().ifPresent(nameless -> {
            List<Optional<String>> named = handshake.sent().stream().map(each -> each.facts().sha256()).toList();
            List<Optional<String>> other = nameless.sent().stream().map(each -> each.facts().sha256()).toList();
            if (!named.equals(other)) {
                findings.add("tls.server-name", Severity.WARNING, "The chain depends on the server name", "Asked for "
                        + handshake.serverName().orElse("") + " the server shows " + leaf(handshake) + "; asked for no name it shows "
                                + leaf(nameless)
                        + ". Old clients ask for no name.", "Bind the certificate that old clients need as the default one.", host);
            }
        });
        boolean refusedNameless = result.request().everything() && handshake.serverName().isPresent() && result.withoutServerName().isEmpty();
        if (refusedNameless) {
            findings.add("tls.server-name", Severity.WARNING, "No chain without a server name",
                    "The server shows a chain only to clients that ask for a name. "
                    + "Old clients do not, and fail.", "Bind a certificate as the default one.", host);
        }
    }

    private static String leaf(ProbeHandshake shown) {
        return shown.sent().stream().findFirst().map(DecodedCertificate::facts)
                .map(facts -> facts.subject().orElse("a certificate without a name") + " (" + facts.sha1().orElse("") + ")").orElse("no certificate");
    }

    private void staple(OcspStaple staple) {
        Optional<String> serial = handshake.sent().stream().findFirst().flatMap(leaf -> leaf.facts().serial());
        Optional<OcspStaple.Answer> own = staple.answers().stream().filter(answer -> Optional.of(answer.serial()).equals(serial)).findFirst();
        if (!staple.problems().isEmpty() || !staple.responseStatus().equals("successful")) {
            findings.add("tls.staple", Severity.WARNING, "The stapled OCSP response is of no use", "It says " + staple.responseStatus()
                    + (staple.problems().isEmpty() ? "" : "; " + String.join("; ", staple.problems())) + ".", "", host);
            return;
        }
        if (own.isEmpty()) {
            findings.add("tls.staple", Severity.WARNING, "The stapled OCSP response is about another certificate",
                    "It speaks of serial number " + staple.answers().getFirst().serial() + " and the certificate's is "
                            + serial.orElse("not readable") + ".", "", host);
            return;
        }
        OcspStaple.Answer answer = own.get();
        List<String> said = new ArrayList<>();
        if (answer.status() == OcspStaple.Status.REVOKED) {
            findings.add("chain.revoked", Severity.WARNING, "The certificate is revoked", "The stapled OCSP response says: revoked"
                    + answer.revokedAt().stream().mapToObj(at -> " on " + day(at)).collect(Collectors.joining()) + answer.reason().map(why -> " ("
                            + why + ")").orElse("")
                    + ".", "Issue a new certificate.", host);
        } else {
            said.add(answer.status() == OcspStaple.Status.GOOD ? "good" : "the responder does not know the certificate");
        }
        boolean stale = answer.nextUpdate().isPresent() && answer.nextUpdate().getAsLong() < result.at();
        if (stale) {
            said.add("out of date since " + day(answer.nextUpdate().getAsLong()));
        }
        if (staple.signature() == SignatureCheck.WRONG) {
            said.add("not signed by the issuer or a responder of its");
        }
        if (!said.isEmpty()) {
            boolean bad = stale || staple.signature() == SignatureCheck.WRONG || answer.status() == OcspStaple.Status.UNKNOWN;
            findings.add("tls.staple", bad ? Severity.WARNING : Severity.OK, "Stapled OCSP response: " + said.getFirst(),
                    ProbeFindings.sentence("The OCSP response that came along says: " + String.join("; ", said)), "", host);
        }
    }

    private static String day(long nanos) {
        return UtcTime.format(nanos).substring(0, 16).replace('T', ' ') + " UTC";
    }

    private void clientCertificate(CertificateRequest request) {
        List<String> names = request.authorities();
        String wanted = names.isEmpty() ? "of any issuer" : "issued by " + String.join("; ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " others" : "");
        findings.add("tls.client-certificate", Severity.INFO, "The server asks for a client certificate", "It wants one " + wanted + ".", "", host);
    }
}

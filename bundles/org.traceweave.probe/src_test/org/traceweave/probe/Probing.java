package org.traceweave.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.model.Finding;
import org.traceweave.model.UtcTime;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** What the tests of the probe share: a small hierarchy, a moment at which it is valid, and how to ask. */
final class Probing {

    static final long MOMENT = UtcTime.parse("2018-06-01T00:00:00.0000000Z");
    static final IssuedCertificate ROOT = CertificateMaker.subject("CN=Contoso Root CA").key(SampleKeys.rsa(1)).authority().make();
    static final IssuedCertificate ISSUING = CertificateMaker.subject("CN=Contoso Issuing CA").key(SampleKeys.rsa(2)).authority().issuedBy(ROOT)
            .make();
    static final IssuedCertificate SERVER = CertificateMaker.subject("CN=localhost").key(SampleKeys.rsa(3)).dns("localhost").server()
            .issuedBy(ISSUING).make();

    private Probing() {
    }

    static ProbeRequest request(ProbeTarget target) {
        return ProbeRequest.of(target).withAt(OptionalLong.of(MOMENT)).withTimeout(Duration.ofSeconds(20));
    }

    static ProbeResult probe(ProbeRequest request) {
        return ProbeClient.probe(request, doing -> { }, () -> false);
    }

    static ProbeResult probe(Loopback server) {
        return probe(request(server.target()));
    }

    static TrustAnchors trusting(IssuedCertificate... roots) {
        return TrustAnchors.of(List.of(roots).stream().map(root -> CertificateDecoder.examine(root.der())).toList());
    }

    static Optional<Finding> finding(ProbeResult result, String rule) {
        return result.findings().stream().filter(finding -> finding.rule().equals(rule)).findFirst();
    }

    static List<String> rules(ProbeResult result) {
        return result.findings().stream().map(Finding::rule).toList();
    }

    static ProbeFailure failure(ProbeResult result) {
        return result.failure().orElseThrow(() -> new AssertionError("a handshake came about: " + result.handshake()));
    }
}

package org.traceweave.certificates.internal.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.traceweave.certificates.CertificateChain;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.model.LintLevel;

/** L26 to L28, L32, L43: the chain above the certificate, and the list a handshake carried. */
final class ChainRules {

    private ChainRules() {
    }

    static void check(Judged judged) {
        if (judged.server && judged.selfSigned) {
            judged.add("L43", LintLevel.ERROR, "a self-signed server certificate; no client trusts it without being told");
        }
        judged.issuer().ifPresent(issuer -> keyIdentifier(judged, issuer));
        if (!judged.selfSigned && judged.facts.authorityKeyId().isEmpty() && judged.certificate.version().orElse(1) >= 3) {
            judged.add("L32", LintLevel.INFO, "no key identifier of the issuer, so that an issuer with several keys is found by trial");
        }
        List<DecodedCertificate> sent = judged.context.sent();
        if (!sent.isEmpty() && sent.getFirst().sameCertificate(judged.certificate)) {
            sentList(judged, sent);
        }
    }

    private static void keyIdentifier(Judged judged, DecodedCertificate issuer) {
        Optional<String> wanted = judged.facts.authorityKeyId();
        Optional<String> actual = issuer.facts().subjectKeyId();
        if (wanted.isPresent() && actual.isPresent() && !wanted.equals(actual)) {
            judged.add("L32", LintLevel.ERROR, "asks for the issuer's key " + wanted.get() + ", the one at hand is " + actual.get()
                    + ": the CA has a new key, or another CA has the same name");
        }
    }

    private static void sentList(Judged judged, List<DecodedCertificate> sent) {
        Set<String> met = new HashSet<>();
        for (DecodedCertificate certificate : sent) {
            if (!met.add(certificate.facts().sha256().orElse(""))) {
                judged.add("L27", LintLevel.WARNING, "sent twice: " + NameRules.called(certificate));
            }
        }
        for (int i = 0; i + 1 < sent.size(); i++) {
            if (!sent.get(i).facts().issuer().equals(sent.get(i + 1).facts().subject())) {
                judged.add("L27", LintLevel.WARNING, "the certificates were sent out of order: " + NameRules.called(sent.get(i + 1))
                        + " did not issue " + NameRules.called(sent.get(i)));
                break;
            }
        }
        DecodedCertificate last = sent.getLast();
        if (sent.size() > 1 && last.selfIssued()) {
            judged.add("L28", LintLevel.INFO, "the root was sent too, which is harmless");
        }
        Optional<CertificateChain> chain = judged.context.chain();
        boolean missing = chain.isPresent() && chain.get().links().stream().skip(1)
                .filter(link -> !link.certificate().selfIssued())
                .anyMatch(link -> sent.stream().noneMatch(link.certificate()::sameCertificate));
        if (missing) {
            judged.add("L26", LintLevel.ERROR, "the list sent lacks an intermediate certificate of the chain");
        }
    }
}

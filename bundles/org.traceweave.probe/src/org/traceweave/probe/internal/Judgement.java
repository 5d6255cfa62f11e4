package org.traceweave.probe.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.CertificateChains;
import org.traceweave.certificates.CertificateLint;
import org.traceweave.certificates.ChainJudge;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.LintContext;
import org.traceweave.certificates.LintContext.Role;
import org.traceweave.certificates.PathQuestion.Usage;
import org.traceweave.certificates.PolicyQuestion;
import org.traceweave.model.Certificate;
import org.traceweave.probe.ClientVerdict;
import org.traceweave.probe.ProbeHandshake;
import org.traceweave.probe.ProbeRequest;

/** What each kind of client makes of the certificates that were sent, and what is wrong with each. */
final class Judgement {

    private final ProbeRequest request;
    private final List<DecodedCertificate> sent;
    private final long at;

    Judgement(ProbeRequest request, Optional<ProbeHandshake> handshake, long at) {
        this.request = request;
        this.sent = handshake.map(ProbeHandshake::sent).orElse(List.of());
        this.at = at;
    }

    List<ClientVerdict> verdicts() {
        if (sent.isEmpty()) {
            return List.of();
        }
        PolicyQuestion question = new PolicyQuestion(sent.getFirst(), sent.subList(1, sent.size()), request.trusted(), request.publicRoots(), at,
                List.of(name(request)), Usage.SERVER);
        return request.policies().stream().map(policy -> new ClientVerdict(policy, ChainJudge.by(policy, question))).toList();
    }

    /** The name that the certificate must be for. */
    static String name(ProbeRequest request) {
        return request.serverName().orElse(request.target().host());
    }

    List<Certificate> certificates() {
        List<DecodedCertificate> pool = new ArrayList<>(sent);
        pool.addAll(request.trusted().certificates());
        pool.addAll(request.publicRoots().certificates());
        List<Certificate> certificates = new ArrayList<>();
        for (DecodedCertificate certificate : sent) {
            var chain = CertificateChains.chainOf(certificate, pool);
            boolean isPublic = chain.root().filter(request.publicRoots()::trusts).isPresent();
            LintContext context = LintContext.none().withChain(chain).withPublicTrust(isPublic);
            if (certificates.isEmpty()) {
                context = context.withRole(Role.SERVER).withAskedHost(name(request)).withSent(sent);
            }
            certificates.add(certificate.facts().with(List.of(), 0, CertificateLint.lint(certificate, context, at)));
        }
        return certificates;
    }
}

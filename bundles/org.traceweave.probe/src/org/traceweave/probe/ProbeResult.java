package org.traceweave.probe;

import java.util.List;
import java.util.Optional;
import org.traceweave.model.Certificate;
import org.traceweave.model.Finding;

/**
 * What a probe found out. Where no handshake came about, the failure says why, and the rest is empty but for the attempts and findings.
 *
 * @param address the address that was connected to, {@code address:port}; the proxy's if there is one
 * @param at UTC nanoseconds as of which the chain is judged
 * @param handshake the first handshake that came about
 * @param withoutServerName the handshake that asked for no name, where that was tried
 * @param attempts every connection, in order, but those that listed suites
 * @param versions by version, newest first, where everything was asked for
 * @param answer to the GET
 * @param getFailure why there is no answer to the GET that was wanted
 * @param certificates those sent, in order, with lints
 * @param verdicts by policy
 * @param findings gravest first
 */
public record ProbeResult(ProbeRequest request, Optional<String> address, long at, Optional<ProbeHandshake> handshake,
        Optional<ProbeHandshake> withoutServerName, Optional<ProbeFailure> failure, List<ProbeAttempt> attempts, List<VersionSupport> versions,
        Optional<HttpAnswer> answer, Optional<String> getFailure, List<Certificate> certificates, List<ClientVerdict> verdicts,
                List<Finding> findings) {
    public ProbeResult {
        attempts = List.copyOf(attempts);
        versions = List.copyOf(versions);
        certificates = List.copyOf(certificates);
        verdicts = List.copyOf(verdicts);
        findings = List.copyOf(findings);
    }
}

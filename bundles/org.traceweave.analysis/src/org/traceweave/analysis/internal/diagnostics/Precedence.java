package org.traceweave.analysis.internal.diagnostics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;

/**
 * Which finding is the consequence of which: one cause, one critical finding. A rule explains another where both are about the same
 * sign-ins or connections, and the first lies nearer to the cause. A plug-in's finding takes part by the {@code explainedBy} it sets.
 */
final class Precedence {

    private static final List<String> REFUSALS = List.of("tls.peer-rejected-certificate", "auth.server-certificate-rejected",
            "auth.client-certificate-rejected", "auth.client-has-no-certificate", "auth.bad-credentials", "auth.web-ticket-invalid",
            "pool.one-server-differs");

    /** Rules by what they explain, themselves from the nearest to the cause to the farthest. */
    private static final Map<String, List<String>> EXPLAINED = Map.ofEntries(
            Map.entry("clock.skew", with(REFUSALS, "chain.expired")),
            Map.entry("store.misplaced-certificate", with(REFUSALS, "chain.untrusted-root", "tls.no-credential")),
            Map.entry("store.trust-list-truncated", REFUSALS),
            Map.entry("tls.private-key-unusable", with(REFUSALS, "tls.no-credential", "tls.no-shared-cipher", "tls.protocol-mismatch")),
            Map.entry("chain.expired", with(REFUSALS, "chain.expires-soon", "chain.untrusted-root")),
            Map.entry("chain.revoked", with(REFUSALS, "chain.untrusted-root")),
            Map.entry("chain.name-mismatch", REFUSALS),
            Map.entry("chain.wrong-usage", REFUSALS),
            Map.entry("chain.weak-signature", with(REFUSALS, "chain.invalid-signature")),
            Map.entry("chain.invalid-signature", with(REFUSALS, "chain.untrusted-root")),
            Map.entry("chain.weak-key", with(REFUSALS, "chain.wrong-usage", "chain.invalid-signature")),
            Map.entry("chain.incomplete", with(REFUSALS, "chain.untrusted-root")),
            Map.entry("chain.untrusted-root", REFUSALS),
            Map.entry("chain.revocation-offline", REFUSALS),
            Map.entry("tls.no-credential", with(REFUSALS, "tls.no-shared-cipher", "tls.protocol-mismatch")),
            Map.entry("tls.no-shared-cipher", with(REFUSALS, "tls.protocol-mismatch")),
            Map.entry("tls.protocol-mismatch", REFUSALS),
            Map.entry("tls.session-ticket", List.of("pool.one-server-differs")),
            Map.entry("auth.server-certificate-rejected", List.of("tls.peer-rejected-certificate", "auth.bad-credentials", "auth.client-has-no-certificate",
                    "auth.web-ticket-invalid", "pool.one-server-differs")),
            Map.entry("auth.client-certificate-rejected", List.of("tls.peer-rejected-certificate", "auth.bad-credentials", "pool.one-server-differs")),
            Map.entry("auth.web-ticket-invalid", List.of("auth.client-has-no-certificate")),
            Map.entry("auth.wrong-identity", List.of("auth.bad-credentials")),
            Map.entry("auth.user-not-enabled", List.of("auth.bad-credentials", "auth.web-ticket-invalid", "auth.client-has-no-certificate")),
            Map.entry("tls.peer-rejected-certificate", List.of("pool.one-server-differs")));

    private Precedence() {
    }

    private static List<String> with(List<String> rules, String... more) {
        List<String> all = new ArrayList<>(rules);
        Collections.addAll(all, more);
        return List.copyOf(all);
    }

    /** The same findings; those that another one explains say so and are at most information. */
    static List<Finding> apply(List<Finding> findings) {
        List<Finding> applied = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Finding> cause = finding.explainedBy().isPresent() || !isClaim(finding) ? Optional.empty()
                    : findings.stream().filter(other -> explains(other, finding)).min((one, other) -> {
                        int severity = one.severity().compareTo(other.severity());
                        return severity != 0 ? severity : Double.compare(other.confidence(), one.confidence());
                    });
            applied.add(cause.map(found -> finding.weighed(atMostInfo(finding.severity()), Optional.of(found.id()))).orElse(finding));
        }
        return applied;
    }

    private static boolean isClaim(Finding finding) {
        return finding.severity().compareTo(Severity.INFO) <= 0;
    }

    private static Severity atMostInfo(Severity severity) {
        return severity.compareTo(Severity.INFO) < 0 ? Severity.INFO : severity;
    }

    /** Only a claim at least as strong explains: what is only suspected does not lower what was seen. */
    private static boolean explains(Finding cause, Finding consequence) {
        return cause != consequence && isClaim(cause) && cause.explainedBy().isEmpty()
                && EXPLAINED.getOrDefault(cause.rule(), List.of()).contains(consequence.rule())
                && cause.severity().compareTo(Severity.WARNING) <= 0 && cause.severity().compareTo(consequence.severity()) <= 0
                && (shares(cause.signins(), consequence.signins()) || shares(cause.connections(), consequence.connections()));
    }

    private static boolean shares(List<String> one, List<String> other) {
        return !Collections.disjoint(one, other);
    }
}

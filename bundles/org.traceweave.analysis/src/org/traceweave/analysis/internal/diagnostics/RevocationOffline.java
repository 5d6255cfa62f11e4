package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.ChainRetrieval;
import org.traceweave.model.Finding;
import org.traceweave.model.Phase;
import org.traceweave.model.Severity;

/** {@code chain.revocation-offline}: whether a certificate is revoked could not be found out, since its list or server was not reached. */
public final class RevocationOffline extends SymptomRule {

    public RevocationOffline() {
        super("chain.revocation-offline", "Revocation could not be checked",
                "Names the revocation list or server that could not be reached, by which way, and for how long.");
    }

    @Override
    boolean matches(Symptom symptom) {
        return symptom.hasError("IS_OFFLINE_REVOCATION") || symptom.hasCode("0x80092013");
    }

    /** Adds to what the events of one task say which addresses they could not reach. */
    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : super.diagnose(context)) {
            Set<Object> evidence = Set.copyOf(finding.evidence());
            List<String> ways = new ArrayList<>();
            for (ChainBuild chain : context.chainBuilds()) {
                if (chain.events().stream().anyMatch(evidence::contains)) {
                    chain.retrievals().stream().filter(each -> each.hresult().isPresent()).map(RevocationOffline::way).forEach(ways::add);
                }
            }
            findings.add(ways.isEmpty() ? finding : told(finding, ways));
        }
        return findings;
    }

    private static Finding told(Finding f, List<String> ways) {
        String explanation = f.explanation() + " Not reached: " + ways.stream().distinct().limit(4).collect(Collectors.joining("; ")) + ".";
        return new Finding(f.id(), f.rule(), f.severity(), f.title(), f.summary(), explanation, f.remedy(), f.captureAdvice(), f.confidence(), f.subjects(),
                f.signins(), f.explainedBy(), f.needs(), f.evidence(), f.evidenceCount(), f.against(), f.connections());
    }

    private static String way(ChainRetrieval retrieval) {
        return retrieval.url().orElse("an address that is not told") + retrieval.proxy().map(proxy -> ", " + proxy).orElse("")
                + (retrieval.seconds().isPresent() ? ", after " + Words.seconds(retrieval.seconds().getAsDouble()) : "");
    }

    /** Most machines go on without an answer; where the handshake ended on the certificate, this one did not. */
    @Override
    Severity joinedSeverity(Case group) {
        boolean failed = group.signIns().stream().anyMatch(signIn -> signIn.phase() == Phase.SERVER_CERTIFICATE || signIn.phase() == Phase.CLIENT_CERTIFICATE);
        return failed || !group.connections().isEmpty() ? Severity.CRITICAL : Severity.WARNING;
    }

    @Override
    Severity looseSeverity(Symptom symptom) {
        return symptom.certificates().isEmpty() ? Severity.INFO : Severity.WARNING;
    }

    @Override
    String summary(Case group) {
        return group.judge() + " could not find out whether " + group.thing() + " is revoked: " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        return "A list behind an LDAP address cannot be read by a device outside the domain, and one behind a proxy not by a service account without proxy settings.";
    }

    @Override
    String remedy(Case group) {
        return "Publish the revocation list at an HTTP address that every client reaches and put that into new certificates; give the machine's services a proxy (netsh winhttp set proxy).";
    }

    @Override
    String capture() {
        return Capture.CAPI2;
    }
}

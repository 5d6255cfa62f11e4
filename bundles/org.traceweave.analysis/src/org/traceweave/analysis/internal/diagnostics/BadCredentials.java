package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.Relation;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;

/**
 * {@code auth.bad-credentials}: NTLM or Kerberos was refused after a full exchange, and nothing points at a certificate. Best told by
 * the Security log's 4625, 4771 or 4776 of the same user.
 */
public final class BadCredentials implements Diagnostic {

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("auth.bad-credentials", "Credentials refused",
            "Tells sign-ins whose NTLM or Kerberos credentials the server refused from those that failed on a certificate.",
            List.of("SIP traffic of sign-ins"), List.of());

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        if (context.signIns().isEmpty()) {
            return FindingBuilder.notApplicable(DESCRIPTION, "No REGISTER traffic is in the case.", DESCRIPTION.needs());
        }
        Map<String, List<SignIn>> refused = new LinkedHashMap<>();
        for (SignIn signIn : RefusedCertificates.failing(context)) {
            if (signIn.phase() == Phase.CREDENTIALS && (signIn.scheme() == Scheme.NTLM || signIn.scheme() == Scheme.KERBEROS)) {
                refused.computeIfAbsent(signIn.user(), absent -> new ArrayList<>()).add(signIn);
            }
        }
        if (refused.isEmpty()) {
            return FindingBuilder.nothingFound(DESCRIPTION, "No sign-in was refused after a full NTLM or Kerberos exchange.");
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, List<SignIn>> user : refused.entrySet()) {
            findings.add(finding(context, user.getKey(), user.getValue()));
        }
        return findings;
    }

    private static Finding finding(DiagnosticContext context, String user, List<SignIn> attempts) throws IOException {
        List<Evidence> logons = logonFailures(context, attempts);
        List<SignIn> elsewhere = context.signIns().stream()
                .filter(signIn -> signIn.user().equals(user) && !signIn.isFailure() && signIn.scheme() == attempts.getFirst().scheme()).toList();
        String scheme = attempts.getFirst().scheme() == Scheme.KERBEROS ? "Kerberos" : attempts.getFirst().scheme().word().toUpperCase(Locale.ROOT);
        FindingBuilder finding = FindingBuilder.of(DESCRIPTION, Severity.WARNING)
                .summary(scheme + " credentials of " + user + " were refused " + Words.count(attempts.size(), "time") + ".")
                .explanation(logons.isEmpty()
                        ? "The exchange was complete and was answered with another 401. No Security event of this user says why."
                        : "The exchange was complete and was answered with another 401; the Security log has a failed logon of this user.")
                .remedy("Check the account: password, lock-out, expiry, and whether policy still allows " + scheme + ".")
                .captureAdvice("Security log of the Front End and of a domain controller: wevtutil epl Security Security.evtx")
                .confidence(logons.isEmpty() ? 0.5 : 0.85).subject(user);
        for (SignIn attempt : attempts) {
            finding.signIn(attempt);
            attempt.messages().stream().reduce((first, second) -> second).ifPresent(finding::evidence);
        }
        finding.evidence(logons);
        elsewhere.stream().limit(5).forEach(signIn -> lastMessage(signIn).ifPresent(finding::against));
        return finding.build();
    }

    private static Optional<Evidence> lastMessage(SignIn signIn) {
        return signIn.messages().stream().reduce((first, second) -> second);
    }

    /** Refused logons that correlation tied to the attempts, whatever form of the name they have. */
    private static List<Evidence> logonFailures(DiagnosticContext context, List<SignIn> attempts) throws IOException {
        Set<Evidence> logons = context.windowsFailures().stream().filter(failure -> failure.kind() == WindowsFailureKind.LOGON)
                .map(WindowsFailure::evidence).collect(Collectors.toSet());
        return attempts.stream().flatMap(attempt -> attempt.related().stream()).filter(each -> each.relation() == Relation.EXPLAINS)
                .map(Related::evidence).filter(logons::contains).distinct().limit(20).toList();
    }
}

package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Outcome;
import org.traceweave.model.Related;
import org.traceweave.model.Relation;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;

/** A rule that follows from how sign-ins ended: one finding for each user, or whatever else the rule groups them by. */
abstract class SignInRule implements Diagnostic {

    private static final int SHOWN = 50;

    private final DiagnosticDescription description;

    SignInRule(String id, String name, String says) {
        description = new DiagnosticDescription(id, name, says, List.of("SIP or web traffic of sign-ins"), List.of());
    }

    @Override
    public final DiagnosticDescription description() {
        return description;
    }

    /** Whether a failing sign-in is of this rule. */
    abstract boolean matches(SignIn signIn);

    /** What sign-ins of one cause have in common; the user unless a rule knows better. */
    String cause(SignIn signIn) {
        return signIn.user();
    }

    Severity severity() {
        return Severity.CRITICAL;
    }

    abstract String summary(List<SignIn> attempts);

    abstract String explanation(List<SignIn> attempts);

    abstract String remedy(List<SignIn> attempts);

    String capture() {
        return Capture.CLS;
    }

    /** How sure it is: the server says so itself, unless a rule concludes. */
    double confidence(List<SignIn> attempts) {
        return 0.9;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        if (context.signIns().isEmpty()) {
            return FindingBuilder.notApplicable(description, "No sign-in traffic is in the case.", description.needs());
        }
        Map<String, List<SignIn>> causes = new LinkedHashMap<>();
        for (SignIn signIn : RefusedCertificates.failing(context)) {
            if (matches(signIn)) {
                causes.computeIfAbsent(cause(signIn), absent -> new ArrayList<>()).add(signIn);
            }
        }
        if (causes.isEmpty()) {
            return FindingBuilder.nothingFound(description, "No sign-in failed so.");
        }
        List<Finding> findings = new ArrayList<>();
        for (List<SignIn> attempts : causes.values()) {
            findings.add(finding(context, attempts));
        }
        return findings;
    }

    private Finding finding(DiagnosticContext context, List<SignIn> attempts) throws IOException {
        FindingBuilder finding = FindingBuilder.of(description, severity()).summary(summary(attempts)).remedy(remedy(attempts)).captureAdvice(capture())
                .confidence(confidence(attempts));
        StringBuilder why = new StringBuilder();
        attempts.getFirst().reason().ifPresent(reason -> why.append("The trace says: ").append(reason).append(reason.endsWith(".") ? " " : ". "));
        finding.explanation(why + explanation(attempts));
        for (SignIn attempt : attempts) {
            finding.subject(attempt.user()).signIn(attempt);
        }
        attempts.stream().flatMap(attempt -> attempt.hosts().stream()).forEach(finding::subject);
        subjects(attempts).forEach(finding::subject);
        attempts.stream().limit(SHOWN).forEach(attempt -> {
            ending(attempt).ifPresent(finding::evidence);
            attempt.related().stream().filter(each -> each.relation() == Relation.EXPLAINS).limit(5).map(Related::evidence).forEach(finding::evidence);
        });
        finding.against(against(context, attempts));
        return finding.build();
    }

    /** What else it is about, beyond users and hosts. */
    List<String> subjects(List<SignIn> attempts) {
        return List.of();
    }

    /** Where the trace shows how the attempt ended. */
    static Optional<Evidence> ending(SignIn attempt) {
        return attempt.messages().isEmpty() ? attempt.steps().isEmpty() ? Optional.empty() : Optional.of(attempt.steps().getLast().evidence())
                : Optional.of(attempt.messages().getLast());
    }

    /** Sign-ins of the same users that went through, which shows that it is not so always. */
    List<Evidence> against(DiagnosticContext context, List<SignIn> attempts) throws IOException {
        Set<String> users = Set.copyOf(attempts.stream().map(SignIn::user).toList());
        return context.signIns().stream().filter(signIn -> signIn.kind() == SignInKind.SIGN_IN && signIn.outcome() == Outcome.SUCCEEDED)
                .filter(signIn -> users.contains(signIn.user())).limit(5).flatMap(signIn -> ending(signIn).stream()).toList();
    }

    static boolean hasDiagnostic(SignIn signIn, int... ids) {
        return signIn.diagnosticId().isPresent() && Arrays.stream(ids).anyMatch(id -> id == signIn.diagnosticId().getAsInt());
    }

    static List<String> users(List<SignIn> attempts) {
        return attempts.stream().map(SignIn::user).distinct().toList();
    }

    static List<String> hosts(List<SignIn> attempts) {
        return attempts.stream().flatMap(attempt -> attempt.hosts().stream()).distinct().toList();
    }
}

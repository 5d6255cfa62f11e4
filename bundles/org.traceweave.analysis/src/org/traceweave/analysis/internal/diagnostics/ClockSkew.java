package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.DiagnosticSetting;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Clock;
import org.traceweave.model.ClockBasis;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.Source;

/** {@code clock.skew}: diagnostic id 1013, SEC_E_TIME_SKEW, or a measured offset where Kerberos failed. */
public final class ClockSkew implements Diagnostic {

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("clock.skew", "Clocks disagree",
            "Tells that the clocks of a sign-in are too far apart, by how much, and how that was measured.",
            List.of("sign-ins"), List.of(new DiagnosticSetting("seconds", 300, "how far apart two clocks must be")));

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        if (context.signIns().isEmpty()) {
            return FindingBuilder.notApplicable(DESCRIPTION, "No sign-in traffic is in the case.", DESCRIPTION.needs());
        }
        Map<String, List<Clock>> clocks = new HashMap<>();
        for (Source source : context.caseUnderStudy().sources()) {
            clocks.put(source.source(), source.clocks());
        }
        Map<String, List<SignIn>> told = new LinkedHashMap<>();
        Map<String, Offset> measured = new HashMap<>();
        for (SignIn signIn : RefusedCertificates.failing(context)) {
            Optional<Offset> offset = offset(signIn, clocks, context.setting("seconds"));
            boolean said = SignInRule.hasDiagnostic(signIn, 1013) || signIn.hresult().filter("0x80090324"::equals).isPresent();
            if (said || offset.isPresent() && signIn.scheme() == Scheme.KERBEROS) {
                told.computeIfAbsent(signIn.user(), absent -> new ArrayList<>()).add(signIn);
                offset.ifPresent(found -> measured.put(signIn.user(), found));
            }
        }
        if (told.isEmpty()) {
            return FindingBuilder.nothingFound(DESCRIPTION, "No sign-in failed on the clock.");
        }
        List<Finding> findings = new ArrayList<>();
        told.forEach((user, attempts) -> findings.add(finding(user, attempts, Optional.ofNullable(measured.get(user)))));
        return findings;
    }

    /** Two clocks of one sign-in that are far apart. */
    private record Offset(Clock one, Clock other) {

        double seconds() {
            return one.skewSeconds() - other.skewSeconds();
        }
    }

    private static Optional<Offset> offset(SignIn signIn, Map<String, List<Clock>> clocks, double least) {
        List<Clock> involved = signIn.messages().stream().map(Evidence::source).distinct()
                .flatMap(source -> clocks.getOrDefault(source, List.of()).stream()
                        .filter(clock -> signIn.hosts().contains(clock.host()) || clocks.get(source).size() == 1))
                .filter(clock -> clock.basis() != ClockBasis.ASSUMED).toList();
        Optional<Clock> fast = involved.stream().max(Comparator.comparingDouble(Clock::skewSeconds));
        Optional<Clock> slow = involved.stream().min(Comparator.comparingDouble(Clock::skewSeconds));
        return fast.flatMap(one -> slow.map(other -> new Offset(one, other))).filter(offset -> offset.seconds() > least);
    }

    private static Finding finding(String user, List<SignIn> attempts, Optional<Offset> offset) {
        FindingBuilder finding = FindingBuilder.of(DESCRIPTION, Severity.CRITICAL)
                .summary("Sign-ins of " + user + " failed since the clocks of the two sides are too far apart"
                        + offset.map(far -> ": " + far.one().host() + " is " + Words.seconds(far.seconds()) + " ahead of " + far.other().host()).orElse("") + ".")
                .explanation(offset.map(far -> "Measured by " + Words.list(List.of(far.one().basis().word(), far.other().basis().word())) + ", give or take "
                        + uncertain(far.one().uncertaintySeconds() + far.other().uncertaintySeconds()) + ". ").orElse("The server says so; the offset could not be measured here. ")
                        + "Kerberos allows five minutes; a certificate may look expired or not yet valid to a clock that is wrong.")
                .remedy("Set the clock of the machine that is off, and let it follow the domain's time (w32tm /query /status, w32tm /resync).")
                .captureAdvice("w32tm /stripchart /computer:<domain controller> /samples:5 on both machines; " + Capture.CLIENT).confidence(offset.isPresent() ? 0.95 : 0.85)
                .subject(user);
        offset.ifPresent(far -> finding.subject(far.one().host()).subject(far.other().host()));
        for (SignIn attempt : attempts) {
            finding.signIn(attempt);
            attempt.hosts().forEach(finding::subject);
            SignInRule.ending(attempt).ifPresent(finding::evidence);
        }
        return finding.build();
    }

    private static String uncertain(double seconds) {
        return seconds < 0.1 ? "less than 0.1 s" : Words.seconds(seconds);
    }
}

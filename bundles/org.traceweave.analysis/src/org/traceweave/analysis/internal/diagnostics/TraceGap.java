package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.DiagnosticSetting;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Finding;
import org.traceweave.model.Gap;
import org.traceweave.model.GapKind;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.Source;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

/** {@code trace.gap}: a hole in numbers or time around a failing sign-in. */
public final class TraceGap implements Diagnostic {

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("trace.gap", "Records are missing",
            "Tells what is missing around a failing sign-in.",
            List.of("failing sign-ins"), List.of(new DiagnosticSetting("seconds", 30, "how near to a sign-in a hole must be")));

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        List<SignIn> failing = RefusedCertificates.failing(context);
        if (context.signIns().isEmpty()) {
            return FindingBuilder.notApplicable(DESCRIPTION, "No sign-in traffic is in the case.", DESCRIPTION.needs());
        }
        long around = (long) context.setting("seconds") * UtcTime.NANOS_PER_SECOND;
        List<Finding> findings = new ArrayList<>();
        for (Source source : context.caseUnderStudy().sources()) {
            for (Gap gap : source.gaps()) {
                List<SignIn> near = failing.stream().filter(signIn -> isHole(gap) && source.hosts().stream().anyMatch(host -> concerns(host, source, signIn)))
                        .filter(signIn -> gap.range().overlaps(new TimeRange(signIn.start() - around, signIn.end() + around))).toList();
                if (!near.isEmpty()) {
                    findings.add(finding(source, gap, near));
                }
            }
        }
        return findings.isEmpty() ? FindingBuilder.nothingFound(DESCRIPTION, "Nothing is known to be missing around a failing sign-in.") : findings;
    }

    private static boolean isHole(Gap gap) {
        return gap.kind() == GapKind.SEQUENCE || gap.kind() == GapKind.RECORD_ID || gap.kind() == GapKind.TIME;
    }

    private static boolean concerns(String host, Source source, SignIn signIn) {
        return signIn.hosts().contains(host) || signIn.messages().stream().anyMatch(message -> message.source().equals(source.source()));
    }

    private static Finding finding(Source source, Gap gap, List<SignIn> near) {
        FindingBuilder finding = FindingBuilder.of(DESCRIPTION, Severity.WARNING)
                .summary(source.source() + " has a hole from " + UtcTime.format(gap.range().from()) + " to " + UtcTime.format(gap.range().to()) + ", around "
                        + Words.count(near.size(), "failing sign-in") + ".")
                .explanation(gap.detail() + ". What happened in that time is not in the case, and its silence proves nothing.")
                .remedy("Capture that time again from the machine itself if it still has it: its log files, or the logging agent's cache.")
                .captureAdvice(Capture.CLS).confidence(0.9).subject(source.source())
                .apart(gap.kind() + " " + gap.range().from());
        near.forEach(signIn -> finding.signIn(signIn).subject(signIn.user()));
        near.stream().limit(20).forEach(signIn -> SignInRule.ending(signIn).ifPresent(finding::evidence));
        return finding.build();
    }

}

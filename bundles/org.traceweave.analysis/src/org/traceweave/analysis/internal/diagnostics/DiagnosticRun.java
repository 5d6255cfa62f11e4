package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticRegistry;
import org.traceweave.analysis.FindingsReport;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;

/**
 * Runs diagnostics over a case and holds them to the gate of DIAGNOSTICS.md: a critical finding is joined to a failing sign-in, to a
 * connection that died before SIP, or is about a secret; one that another explains is at most information ({@link Precedence}). A diagnostic that throws is left out and named, and hides
 * nobody else's findings.
 */
public final class DiagnosticRun {

    private static final Logger LOG = System.getLogger(DiagnosticRun.class.getName());

    private DiagnosticRun() {
    }

    /** @param contextOf gives each diagnostic its view of the case */
    public static FindingsReport run(List<DiagnosticRegistry.Contribution> contributions,
            Function<Diagnostic, DiagnosticContext> contextOf) {
        List<Finding> findings = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (DiagnosticRegistry.Contribution contribution : contributions) {
            Diagnostic diagnostic = contribution.diagnostic();
            try {
                for (Finding finding : diagnostic.diagnose(contextOf.apply(diagnostic))) {
                    findings.add(gated(finding));
                }
            } catch (CancellationException cancelled) {
                throw cancelled;
            } catch (IOException | RuntimeException | LinkageError e) {
                String id = diagnostic.getClass().getName();
                // The user is told in a sentence; where it failed is for who asks for it
                LOG.log(Logger.Level.DEBUG, "Diagnostic " + id + " failed", e);
                failures.add("The diagnostic " + id + " of " + contribution.bundle() + " failed and was left out: " + e);
            }
        }
        List<Finding> explained = new ArrayList<>(Precedence.apply(findings));
        explained.sort(Comparator.comparing(Finding::severity).thenComparing(Comparator.comparingDouble(Finding::confidence).reversed())
                .thenComparing(Finding::rule).thenComparing(Finding::id));
        return new FindingsReport(explained, failures);
    }

    private static Finding gated(Finding finding) {
        Severity severity = finding.severity();
        boolean joined = !finding.signins().isEmpty() || !finding.connections().isEmpty() || finding.rule().startsWith("secret.");
        if (severity == Severity.CRITICAL && !joined) {
            severity = Severity.WARNING;
        }
        if (finding.explainedBy().isPresent() && severity.compareTo(Severity.INFO) < 0) {
            severity = Severity.INFO;
        }
        return severity == finding.severity() ? finding : finding.weighed(severity, finding.explainedBy());
    }
}

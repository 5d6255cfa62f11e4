package org.traceweave.analysis;

import java.util.List;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;

/**
 * What the diagnostics said of a case, gravest first, and one sentence for each diagnostic that failed and was switched off for the
 * case.
 */
public record FindingsReport(List<Finding> findings, List<String> failures) {

    public FindingsReport {
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
    }

    /** Whether a finding says something of the case, and not only that nothing was found or could be looked for. */
    static boolean isSaying(Finding finding) {
        return finding.severity().compareTo(Severity.INFO) <= 0;
    }
}

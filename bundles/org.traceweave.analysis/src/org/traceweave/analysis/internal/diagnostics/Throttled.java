package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.GapKind;
import org.traceweave.model.Severity;
import org.traceweave.model.Source;

/** {@code trace.throttled}: event 33022, the logging agent lowered a component's level. */
public final class Throttled implements Diagnostic {

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("trace.throttled", "Trace was throttled",
            "Tells when the logging agent dropped most of what a component said.",
            List.of("the Lync Server log"), List.of());

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        List<Evidence> events = context.evidence("eventId:33022", 100);
        if (events.isEmpty() && context.count("channel:\"Lync Server\"") == 0) {
            return FindingBuilder.notApplicable(DESCRIPTION, "The Lync Server log is not in the case.", DESCRIPTION.needs());
        }
        if (events.isEmpty()) {
            return FindingBuilder.nothingFound(DESCRIPTION, "The logging agent did not lower any level.");
        }
        FindingBuilder finding = FindingBuilder.of(DESCRIPTION, Severity.WARNING)
                .summary("The logging agent lowered the level of a component (event 33022): from then on SIP messages are missing in the trace.")
                .explanation("A component that wrote more than the limit is cut down to warnings. That no SIP message is there after this proves nothing.")
                .remedy("Restart the scenario and raise the limit: Set-CsClsConfiguration -ComponentThrottleLimit, -ComponentThrottleSample.")
                .captureAdvice(Capture.CLS).confidence(1).evidence(events);
        for (Source source : context.caseUnderStudy().sources()) {
            if (source.gaps().stream().anyMatch(gap -> gap.kind() == GapKind.THROTTLED)) {
                source.hosts().forEach(finding::subject);
            }
        }
        return List.of(finding.build());
    }

}

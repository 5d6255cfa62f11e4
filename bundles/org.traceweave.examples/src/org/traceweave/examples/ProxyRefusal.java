package org.traceweave.examples;

import java.io.IOException;
import java.util.List;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.DiagnosticSetting;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;

/** Example of a diagnostic: says when the in-house reverse proxy answered with server errors, and how often. */
public final class ProxyRefusal implements Diagnostic {

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("contoso.proxy-refusal", "The reverse proxy refuses",
            "Counts the server errors of the Contoso reverse proxy.", List.of("a contoso-proxy log"),
            List.of(new DiagnosticSetting("least", 1, "how many server errors are worth a warning")));

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        if (context.count("component:Proxy") == 0) {
            return FindingBuilder.notApplicable(DESCRIPTION, "No log of the reverse proxy is in the case.", DESCRIPTION.needs());
        }
        String errors = "component:Proxy AND status:[500 TO 599]";
        long count = context.count(errors);
        if (count < context.setting("least")) {
            return FindingBuilder.nothingFound(DESCRIPTION, "The reverse proxy answered without server errors.");
        }
        return List.of(FindingBuilder.of(DESCRIPTION, Severity.WARNING)
                .summary("The reverse proxy answered " + count + " request(s) with a server error.")
                .explanation("It stands between clients and the web services; what it refuses never reaches a Front End.")
                .remedy("Look at the proxy's own log for the upstream that failed.").confidence(0.9)
                .evidence(context.evidence(errors, 100)).build());
    }
}

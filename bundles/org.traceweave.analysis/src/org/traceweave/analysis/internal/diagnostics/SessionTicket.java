package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;

/** {@code tls.session-ticket}: server events 32402 or 32042 together with 61045. */
public final class SessionTicket implements Diagnostic {

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("tls.session-ticket", "TLS session tickets",
            "Tells the pattern of events that TLS session tickets leave on a Front End.",
            List.of("the Lync Server log"), List.of());

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        Map<String, List<WindowsFailure>> byHost = new LinkedHashMap<>();
        for (WindowsFailure failure : context.windowsFailures()) {
            if (failure.kind() == WindowsFailureKind.SERVER_LOG) {
                byHost.computeIfAbsent(failure.host().orElse(""), absent -> new ArrayList<>()).add(failure);
            }
        }
        if (byHost.isEmpty() && context.count("channel:\"Lync Server\"") == 0) {
            return FindingBuilder.notApplicable(DESCRIPTION, "The Lync Server log is not in the case.", DESCRIPTION.needs());
        }
        List<Finding> findings = new ArrayList<>();
        byHost.forEach((host, failures) -> {
            List<WindowsFailure> refused = failures.stream().filter(each -> each.eventId() == 32402 || each.eventId() == 32042).toList();
            List<WindowsFailure> lost = failures.stream().filter(each -> each.eventId() == 61045).toList();
            if (!refused.isEmpty() && !lost.isEmpty()) {
                FindingBuilder finding = FindingBuilder.of(DESCRIPTION, Severity.WARNING)
                        .summary(host + " has both 61045 and " + Words.list(refused.stream().map(each -> Integer.toString(each.eventId())).toList())
                                + ": servers resume TLS sessions that the other one no longer knows.")
                        .explanation("The events together are the known sign of TLS session tickets on Windows Server 2012 R2; either alone has other causes.")
                        .remedy("Set EnableSessionTicket (DWORD) to 2 under HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL on every Front End, and restart the services.")
                        .captureAdvice("wevtutil epl \"Lync Server\" LyncServer.evtx on each Front End").confidence(0.6).subject(host);
                refused.stream().limit(20).forEach(each -> finding.evidence(each.evidence()));
                lost.stream().limit(20).forEach(each -> finding.evidence(each.evidence()));
                findings.add(finding.build());
            }
        });
        return findings.isEmpty() ? FindingBuilder.nothingFound(DESCRIPTION, "No Front End logged both kinds of events.") : findings;
    }

}

package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.Source;

/** {@code trace.source-missing}: a sign-in failed, and a log that could tell why was not captured for that time. */
public final class SourceMissing implements Diagnostic {

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("trace.source-missing", "A log is missing",
            "Names the logs that were not captured for the time of a failing sign-in, and the command that captures each.",
            List.of("failing sign-ins"), List.of());

    /** A log that bears on sign-ins: how it is recognised in a case, and how to capture it. */
    private enum Log {
        SYSTEM("the System log of the Front Ends (SCHANNEL)", "channel:System",
                "wevtutil epl System System.evtx  (on each Front End and on the client)"),
        CAPI2("the CAPI2 operational log", "channel:\"Microsoft-Windows-CAPI2/Operational\"",
                "wevtutil sl Microsoft-Windows-CAPI2/Operational /e:true /ms:33554432, then repeat the sign-in, then "
                        + "wevtutil epl Microsoft-Windows-CAPI2/Operational CAPI2.evtx  (on the client; it is off by default)"),
        CLIENT("the client's own log (UccApi)", "",
                "the files Lync-UccApi-*.UccApilog in %LOCALAPPDATA%\\Microsoft\\Office\\16.0\\Lync\\Tracing on the client");

        private final String name;
        private final String query;
        private final String command;

        Log(String name, String query, String command) {
            this.name = name;
            this.query = query;
            this.command = command;
        }
    }

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        List<SignIn> failing = RefusedCertificates.failing(context);
        if (failing.isEmpty()) {
            return FindingBuilder.nothingFound(DESCRIPTION, "No sign-in failed, so nothing that is missing would explain one.");
        }
        Set<Log> missing = new LinkedHashSet<>();
        for (Log log : Log.values()) {
            if (!isThere(context, log)) {
                missing.add(log);
            }
        }
        if (missing.isEmpty()) {
            return FindingBuilder.nothingFound(DESCRIPTION, "SCHANNEL, CAPI2 and a client log are all in the case.");
        }
        List<String> names = missing.stream().map(log -> log.name).toList();
        FindingBuilder finding = FindingBuilder.of(DESCRIPTION, Severity.INFO).confidence(1)
                .summary("Not in this case: " + String.join("; ", names) + ".")
                .explanation(failing.size() + " sign-in(s) failed, and what these logs would say of them cannot be told. Their silence here "
                        + "proves nothing.")
                .remedy("Capture what is missing while the sign-in fails, and import it into this case.")
                .captureAdvice(String.join("\n", missing.stream().map(log -> log.command).toList()));
        failing.stream().limit(20).forEach(signIn -> {
            finding.signIn(signIn).subject(signIn.user());
            signIn.messages().stream().reduce((first, second) -> second).ifPresent(finding::evidence);
        });
        return List.of(finding.build());
    }

    private static boolean isThere(DiagnosticContext context, Log log) throws IOException {
        if (log == Log.CLIENT) {
            List<String> formats = new ArrayList<>();
            for (Source source : context.caseUnderStudy().sources()) {
                source.format().ifPresent(formats::add);
            }
            return formats.contains("uccapi");
        }
        return context.count(log.query) > 0;
    }
}

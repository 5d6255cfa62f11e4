package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.Source;
import org.traceweave.model.UtcTime;

/** {@code trace.source-missing}: a sign-in failed, and a log that could tell why was not captured for that time. */
public final class SourceMissing implements Diagnostic {

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("trace.source-missing", "A log is missing",
            "Names the logs that were not captured for the time of a failing sign-in, and the command that captures each.",
            List.of("failing sign-ins"), List.of());
    /** A log covers a time that lies this near to its first or last record, since clocks are not exact. */
    private static final long NEAR = 60 * UtcTime.NANOS_PER_SECOND;

    /** A log that bears on sign-ins: how it is recognised in a case, and how to capture it. */
    private enum Log {
        SYSTEM("the System log of the Front End (SCHANNEL)", "channel:System",
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
        Map<Log, List<SignIn>> missing = new EnumMap<>(Log.class);
        for (Log log : Log.values()) {
            List<Source> sources = sources(context, log);
            List<SignIn> without = failing.stream().filter(signIn -> sources.stream().noneMatch(source -> covers(log, source, signIn))).toList();
            if (!without.isEmpty()) {
                missing.put(log, without);
            }
        }
        return missing.isEmpty() ? FindingBuilder.nothingFound(DESCRIPTION, "SCHANNEL, CAPI2 and client logs cover the time of every failing sign-in.")
                : List.of(finding(failing, missing));
    }

    private static Finding finding(List<SignIn> failing, Map<Log, List<SignIn>> missing) {
        List<String> names = new ArrayList<>();
        missing.forEach((log, without) -> names.add(log.name + (without.size() == failing.size() ? "" : " for " + Words.list(SignInRule.users(without)))));
        List<SignIn> concerned = missing.values().stream().flatMap(List::stream).distinct().toList();
        FindingBuilder finding = FindingBuilder.of(DESCRIPTION, Severity.INFO).confidence(1)
                .summary("Not in this case at the time of failing sign-ins: " + String.join("; ", names) + ".")
                .explanation("What these logs would say of " + Words.count(concerned.size(), "failing sign-in") + " cannot be told. Their silence here proves nothing.")
                .remedy("Capture what is missing while the sign-in fails, and import it into this case.")
                .captureAdvice(String.join("\n", missing.keySet().stream().map(log -> log.command).toList()));
        concerned.stream().limit(20).forEach(signIn -> {
            finding.signIn(signIn).subject(signIn.user());
            SignInRule.ending(signIn).ifPresent(finding::evidence);
        });
        return finding.build();
    }

    private static List<Source> sources(DiagnosticContext context, Log log) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Source source : context.caseUnderStudy().sources()) {
            boolean is = log == Log.CLIENT ? source.format().filter("uccapi"::equals).isPresent()
                    : source.format().filter(format -> format.startsWith("ev") || format.equals("etl")).isPresent()
                            && context.count("source:\"" + source.source().replace("\\", "\\\\").replace("\"", "\\\"") + "\" AND " + log.query) > 0;
            if (is) {
                sources.add(source);
            }
        }
        return sources;
    }

    /** A Front End's log speaks for its own sign-ins, a client's for those that it has messages of. */
    private static boolean covers(Log log, Source source, SignIn signIn) {
        boolean inTime = source.first().isPresent() && source.last().isPresent() && source.first().getAsLong() - NEAR <= signIn.end()
                && source.last().getAsLong() + NEAR >= signIn.start();
        return inTime && switch (log) {
            case SYSTEM -> signIn.hosts().isEmpty() || source.hosts().stream().anyMatch(signIn.hosts()::contains);
            case CAPI2 -> true;
            case CLIENT -> signIn.messages().stream().map(Evidence::source).anyMatch(source.source()::equals);
        };
    }
}

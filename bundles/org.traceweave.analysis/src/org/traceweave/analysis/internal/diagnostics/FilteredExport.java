package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordQuery;
import org.traceweave.index.ValueCount;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.model.Source;

/** {@code trace.filtered-export}: a server trace holds one user or call and no connection record. */
public final class FilteredExport implements Diagnostic {

    private static final Set<String> FORMATS = Set.of("cls", "ocslogger");
    private static final long LEAST_MESSAGES = 4;
    private static final double ALL_BUT_A_FEW = 0.95;

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("trace.filtered-export", "Export was filtered",
            "Tells that a server trace holds one user or one call alone, and no connections.",
            List.of("a server trace"), List.of());

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        List<Finding> findings = new ArrayList<>();
        boolean traces = false;
        for (Source source : context.caseUnderStudy().sources()) {
            if (source.format().filter(FORMATS::contains).isPresent()) {
                traces = true;
                filter(context, source.source()).ifPresent(findings::add);
            }
        }
        if (!traces) {
            return FindingBuilder.notApplicable(DESCRIPTION, "No server trace is in the case.", DESCRIPTION.needs());
        }
        return findings.isEmpty() ? FindingBuilder.nothingFound(DESCRIPTION, "The server traces hold many users, or connections.") : findings;
    }

    private static Optional<Finding> filter(DiagnosticContext context, String source) throws IOException {
        String in = "source:\"" + source.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        long messages = context.count(in + " AND kind:sip");
        if (messages < LEAST_MESSAGES || context.count(in + " AND kind:connection") > 0) {
            return Optional.empty();
        }
        String shared = "";
        try (IndexSnapshot snapshot = context.caseUnderStudy().snapshot()) {
            RecordQuery sip = context.caseUnderStudy().query(in + " AND kind:sip");
            for (String field : List.of("user", "callId")) {
                List<ValueCount> values = snapshot.values(sip, field, 2);
                if (shared.isEmpty() && values.size() == 1 && values.getFirst().count() >= ALL_BUT_A_FEW * messages) {
                    shared = (field.equals("user") ? "user " : "Call-ID ") + values.getFirst().value();
                }
            }
        } catch (QuerySyntaxException e) {
            throw new IllegalStateException("the name of a source makes no query: " + source, e);
        }
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(FindingBuilder.of(DESCRIPTION, Severity.INFO).summary(source + " holds nothing but the " + shared + ", and no connection.")
                .explanation("It was filtered when it was exported. TLS failures before the first SIP message name no user and are not in it.")
                .remedy("Export the same time again without -Uri and -CallId.").captureAdvice(Capture.CLS).confidence(0.9).subject(source)
                .evidence(context.evidence(in + " AND kind:sip", 5)).build());
    }

}

package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.traceweave.analysis.CaseAnalysis;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.DiagnosticSettings;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Certificate;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;

/** A diagnostic's view of one case, over the answers that all diagnostics share. */
public record CaseContext(Case caseUnderStudy, CaseAnalysis analysis, DiagnosticDescription diagnostic, DiagnosticSettings settings,
        CancelSignal cancel) implements DiagnosticContext {

    @Override
    public List<SignIn> signIns() throws IOException {
        return analysis.signIns(cancel);
    }

    @Override
    public List<WindowsFailure> windowsFailures() throws IOException {
        return analysis.windowsFailures(cancel);
    }

    @Override
    public List<Certificate> certificates() throws IOException {
        return analysis.certificates(cancel);
    }

    @Override
    public List<FailedConnection> failedConnections() throws IOException {
        return analysis.failedConnections(cancel);
    }

    @Override
    public List<ChainBuild> chainBuilds() throws IOException {
        return analysis.chainBuilds(cancel);
    }

    @Override
    public long count(String query) throws IOException {
        try (IndexSnapshot snapshot = caseUnderStudy.snapshot()) {
            return snapshot.count(parsed(query), cancel::isCancelled);
        }
    }

    @Override
    public List<Evidence> evidence(String query, int limit) throws IOException {
        try (IndexSnapshot snapshot = caseUnderStudy.snapshot()) {
            return snapshot.after(parsed(query), Optional.empty(), limit).stream().map(caseUnderStudy::evidence).toList();
        }
    }

    private RecordQuery parsed(String query) {
        try {
            return caseUnderStudy.query(query);
        } catch (QuerySyntaxException e) {
            throw new IllegalArgumentException("the query " + query + " cannot be understood: " + e.getMessage(), e);
        }
    }

    @Override
    public double setting(String name) {
        return diagnostic.settings().stream().filter(setting -> setting.name().equals(name)).findFirst()
                .map(setting -> settings.value(diagnostic.id(), setting))
                .orElseThrow(() -> new IllegalArgumentException(diagnostic.id() + " declares no setting " + name));
    }
}

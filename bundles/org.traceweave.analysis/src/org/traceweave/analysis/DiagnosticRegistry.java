package org.traceweave.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The diagnostics that are installed, each with the bundle it came from. Immutable. */
public final class DiagnosticRegistry {

    /** A diagnostic and the symbolic name of the bundle that brought it. */
    public record Contribution(Diagnostic diagnostic, String bundle) {
    }

    private final List<Contribution> contributions;

    public DiagnosticRegistry(List<Contribution> contributions) {
        this.contributions = List.copyOf(contributions);
    }

    public List<Contribution> contributions() {
        return contributions;
    }

    public Optional<Diagnostic> diagnostic(String rule) {
        return contributions.stream().map(Contribution::diagnostic).filter(each -> each.description().id().equals(rule)).findFirst();
    }

    /** This registry and further contributions. */
    public DiagnosticRegistry with(List<Contribution> more) {
        List<Contribution> all = new ArrayList<>(contributions);
        all.addAll(more);
        return new DiagnosticRegistry(all);
    }
}

package org.traceweave.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.traceweave.cli.internal.CertificatesVerb;
import org.traceweave.cli.internal.ChainsVerb;
import org.traceweave.cli.internal.FailedConnectionsVerb;
import org.traceweave.cli.internal.FindingsVerb;
import org.traceweave.cli.internal.FormatsVerb;
import org.traceweave.cli.internal.HistogramVerb;
import org.traceweave.cli.internal.ImportVerb;
import org.traceweave.cli.internal.JudgeVerb;
import org.traceweave.cli.internal.ProbeVerb;
import org.traceweave.cli.internal.RulesVerb;
import org.traceweave.cli.internal.SampleVerb;
import org.traceweave.cli.internal.SearchVerb;
import org.traceweave.cli.internal.ShowVerb;
import org.traceweave.cli.internal.SignInsVerb;
import org.traceweave.cli.internal.SourcesVerb;
import org.traceweave.cli.internal.WindowsFailuresVerb;

/** The verbs that are installed, each with the bundle it came from. Immutable. */
public final class VerbRegistry {

    /** How to make a verb, and the symbolic name of the bundle that brought it. */
    public record Contribution(Supplier<? extends Verb> verb, String bundle) {
    }

    private final List<Contribution> contributions;

    public VerbRegistry(List<Contribution> contributions) {
        this.contributions = List.copyOf(contributions);
    }

    /** The product's own verbs. */
    public static VerbRegistry standard() {
        List<Supplier<? extends Verb>> verbs = List.of(ImportVerb::new, SourcesVerb::new, SearchVerb::new, HistogramVerb::new,
                SignInsVerb::new, FailedConnectionsVerb::new, WindowsFailuresVerb::new, ChainsVerb::new, FindingsVerb::new,
                CertificatesVerb::new, JudgeVerb::new, ProbeVerb::new, ShowVerb::new, SampleVerb::new, FormatsVerb::new,
                RulesVerb::new);
        return new VerbRegistry(verbs.stream().map(verb -> new Contribution(verb, "org.traceweave.cli")).toList());
    }

    public List<Contribution> contributions() {
        return contributions;
    }

    /** This registry and further verbs. */
    public VerbRegistry with(List<Contribution> more) {
        List<Contribution> all = new ArrayList<>(contributions);
        all.addAll(more);
        return new VerbRegistry(all);
    }
}

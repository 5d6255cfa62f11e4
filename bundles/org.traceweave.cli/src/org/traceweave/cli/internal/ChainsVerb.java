package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.traceweave.cases.Case;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.json.ChainBuildForm;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.ChainElement;
import org.traceweave.model.ChainRetrieval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chains}: certificate chains as Windows built and judged them, joined from the CAPI2 events of one task each. */
@Command(name = "chains", mixinStandardHelpOptions = true,
        description = "Lists certificate chains as Windows built and judged them (from the CAPI2 log).")
public final class ChainsVerb implements Verb {

    @Parameters(paramLabel = "CASE", description = "case folder, or a source to look at")
    private Path path;

    @Option(names = "--refused", description = "only chains that were refused, or whose revocation could not be checked")
    private boolean refused;

    @Mixin
    private ReadableOptions options;

    @Override
    public int run(VerbSession session) throws IOException {
        Case of = session.open(path);
        List<ChainBuild> chains = session.engine().analyse(of).chainBuilds(session.cancel()).stream()
                .filter(chain -> !refused || isRefused(chain)).toList();
        if (options.json) {
            session.json(chains, ChainBuildForm.FORM, options.evidence());
            return CommandLine.DONE;
        }
        Shown shown = session.shown(options.zone);
        if (chains.isEmpty()) {
            shown.line("No chain was built, as far as a CAPI2 log tells.");
        }
        for (ChainBuild chain : chains) {
            print(chain, shown);
        }
        return CommandLine.DONE;
    }

    private static boolean isRefused(ChainBuild chain) {
        return chain.hresult().isPresent() || !chain.trustErrors().isEmpty();
    }

    private static void print(ChainBuild chain, Shown shown) {
        String verdict = isRefused(chain) ? "refused" + chain.hresult().map(code -> " " + code).orElse("") : "trusted";
        shown.line(shown.time(chain.start()) + "  " + chain.host().orElse("-") + "  " + chain.processName().orElse("-") + "  " + verdict);
        chain.target().ifPresent(target -> shown.wrapped("    asked for  ", target));
        for (ChainElement element : chain.elements()) {
            String errors = element.trustErrors().isEmpty() ? "" : ": " + String.join(", ", element.trustErrors());
            shown.wrapped("    ", element.subject().or(element::thumbprint).orElse("unnamed certificate") + errors);
            element.meanings().forEach(meaning -> shown.wrapped("        ", meaning));
            element.revocation().ifPresent(text -> shown.wrapped("        revocation: ", text));
        }
        for (ChainRetrieval retrieval : chain.retrievals()) {
            shown.wrapped("    fetched    ", retrieved(retrieval));
        }
        shown.line("");
    }

    private static String retrieved(ChainRetrieval retrieval) {
        String took = retrieval.seconds().isPresent() ? String.format(Locale.ROOT, ", %.1f s", retrieval.seconds().getAsDouble()) : "";
        return retrieval.what() + " " + retrieval.url().orElse("without a URL")
                + retrieval.proxy().map(step -> ", " + step).orElse("") + took + retrieval.hresult().map(code -> ", failed " + code).orElse("");
    }
}

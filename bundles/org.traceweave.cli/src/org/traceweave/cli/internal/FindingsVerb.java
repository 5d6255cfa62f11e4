package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.DiagnosticSettings;
import org.traceweave.analysis.FindingsReport;
import org.traceweave.cases.Case;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.json.FindingForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code findings}: what the diagnostics say, gravest first. */
@Command(name = "findings", mixinStandardHelpOptions = true, description = "Says what the diagnostics find, gravest first.")
public final class FindingsVerb implements Verb {

    private static final int SHOWN_EVIDENCE = 8;

    @Parameters(paramLabel = "CASE", description = "case folder, or a source to look at")
    private Path path;

    @Option(names = "--rule", paramLabel = "ID", description = "only this rule; may be repeated")
    private Set<String> rules = Set.of();

    @Option(names = "--set", paramLabel = "ID.SETTING=VALUE", description = "a rule's setting; may be repeated")
    private Map<String, Double> settings = new HashMap<>();

    @Option(names = "--all", description = "also what was looked for and not found, or could not be looked for")
    private boolean all;

    @Mixin
    private ReadableOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(VerbSession session) throws IOException {
        check(session);
        Case of = session.open(path);
        FindingsReport report = session.engine().analyse(of).findings(new DiagnosticSettings(rules, settings, all), session.cancel());
        report.failures().forEach(session.err()::println);
        if (options.json) {
            session.json(report.findings(), FindingForm.FORM, options.evidence());
            return CommandLine.DONE;
        }
        Shown shown = session.shown(options.zone);
        if (report.findings().isEmpty()) {
            shown.line("No findings. (--all tells what was looked for.)");
        }
        new FindingText(of, shown, options.shownEvidence(SHOWN_EVIDENCE)).print(report.findings());
        return CommandLine.DONE;
    }

    private void check(VerbSession session) {
        for (String rule : rules) {
            if (session.engine().diagnostics().diagnostic(rule).isEmpty()) {
                throw new ParameterException(spec.commandLine(), "no rule " + rule + " is installed; see traceweave rules");
            }
        }
        Set<String> known = new HashSet<>();
        session.engine().diagnostics().contributions().forEach(each -> {
            DiagnosticDescription description = each.diagnostic().description();
            description.settings().forEach(setting -> known.add(description.id() + "." + setting.name()));
        });
        for (String setting : settings.keySet()) {
            if (!known.contains(setting)) {
                throw new ParameterException(spec.commandLine(), "no rule has the setting " + setting + "; see traceweave rules");
            }
        }
    }
}

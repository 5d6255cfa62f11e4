package org.traceweave.cli.internal;

import java.io.IOException;
import java.util.List;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rules}: what diagnostics are installed, plug-ins included. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists the diagnostics that are installed, plug-ins included.")
public final class RulesVerb implements Verb {

    @Mixin
    private ReadableOptions options;

    @Override
    public int run(VerbSession session) throws IOException {
        List<Installed> rules = session.engine().diagnostics().contributions().stream()
                .map(each -> Installed.of(each.diagnostic().description(), each.bundle())).toList();
        Installed.print(session, rules, new Installed.RuleForm(), options);
        return CommandLine.DONE;
    }
}

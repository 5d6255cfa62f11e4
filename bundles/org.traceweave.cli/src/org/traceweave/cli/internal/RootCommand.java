package org.traceweave.cli.internal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line itself, of which the verbs are subcommands. */
@Command(name = "traceweave", mixinStandardHelpOptions = true, version = "Traceweave 1.0", synopsisSubcommandLabel = "VERB",
        description = "Finds out why a Skype for Business sign-in failed. Without a verb the workbench opens.")
public final class RootCommand {

    @Option(names = "--debug", scope = picocli.CommandLine.ScopeType.INHERIT, description = "print the stack trace of an error")
    boolean debug;
}

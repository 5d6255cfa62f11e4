package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;
import org.traceweave.cases.ImportOutcome;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: indexes files, folders and archives into a new or existing case. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Indexes files, folders and archives into a new or existing case.")
public final class ImportVerb implements Verb {

    @Parameters(index = "0", paramLabel = "CASE", description = "case folder, made if it does not exist")
    private Path caseFolder;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "SOURCE", description = "files, folders or archives")
    private List<Path> sources;

    @Mixin
    private ReadableOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(VerbSession session) throws IOException {
        Path folder = folder();
        if (!Files.exists(folder) && sources.stream().noneMatch(Files::exists)) {
            throw new CaseException(sources.size() == 1 ? sources.getFirst() + " does not exist; check the path."
                    : "None of " + sources.size() + " sources exists, the first being " + sources.getFirst() + "; check the paths.");
        }
        try (Case target = Case.openOrCreate(folder, session.engine().readers())) {
            if (target.isReadOnly()) {
                throw new CaseException(target.readOnlyReason().orElse(folder + " cannot be written; check its permissions."));
            }
            ImportOutcome outcome = session.importInto(target, sources);
            if (options.json || !outcome.sources().isEmpty()) {
                SourcesVerb.print(session, outcome.sources(), options);
            }
            if (outcome.cancelled()) {
                session.err().println("Cancelled; what was read is kept, and importing again goes on from there.");
                return CommandLine.CANCELLED;
            }
            return outcome.sources().stream().anyMatch(VerbSession::isImported) ? CommandLine.DONE : CommandLine.FAILED;
        }
    }

    private Path folder() {
        Path name = caseFolder.getFileName();
        if (name == null || name.toString().isEmpty() || name.toString().matches("\\.+")) {
            throw new ParameterException(spec.commandLine(), caseFolder + " names no case; name a folder such as lobby.case");
        }
        return VerbSession.isCase(caseFolder) || name.toString().endsWith(".case") ? caseFolder : caseFolder.resolveSibling(name + ".case");
    }
}

package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;
import org.traceweave.cases.ImportOutcome;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.model.Source;
import org.traceweave.model.SourceStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code import}: indexes files, folders and archives into a new or existing case. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Indexes files, folders and archives into a new or existing case.")
public final class ImportVerb implements Verb {

    @Parameters(index = "0", paramLabel = "CASE", description = "case folder, made if it does not exist")
    private Path caseFolder;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "SOURCE", description = "files, folders or archives")
    private List<Path> sources;

    @Mixin
    private ReadableOptions options;

    @Override
    public int run(VerbSession session) throws IOException {
        Path folder = caseFolder.getFileName().toString().endsWith(".case") ? caseFolder
                : caseFolder.resolveSibling(caseFolder.getFileName() + ".case");
        boolean exists = VerbSession.isCase(folder) && java.nio.file.Files.isDirectory(folder);
        try (Case target = exists ? Case.open(folder, session.engine().readers()) : Case.create(folder, session.engine().readers())) {
            if (target.isReadOnly()) {
                throw new CaseException(folder + " is open in another process; close it there, then import again.");
            }
            ImportOutcome outcome = session.importInto(target, sources);
            SourcesVerb.print(session, outcome.sources(), options);
            if (outcome.cancelled()) {
                session.err().println("Cancelled; what was read is kept, and importing again goes on from there.");
                return CommandLine.CANCELLED;
            }
            return outcome.sources().stream().anyMatch(ImportVerb::isImported) ? CommandLine.DONE : CommandLine.FAILED;
        }
    }

    private static boolean isImported(Source source) {
        return source.status() == SourceStatus.COMPLETE || source.status() == SourceStatus.PARTIAL;
    }
}

package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;
import org.traceweave.cases.CaseTrustList;
import org.traceweave.cases.ImportOutcome;
import org.traceweave.certificates.TrustLists;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: indexes files, folders and archives into a new or existing case. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Indexes files, folders and archives into a new or existing case.")
public final class ImportVerb implements Verb {

    @Parameters(index = "0", paramLabel = "CASE", description = "case folder, made if it does not exist")
    private Path caseFolder;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "SOURCE", description = "files, folders or archives")
    private List<Path> sources = List.of();

    @Option(names = "--trust", paramLabel = "FILE",
            description = "keep a trust list with the case, which its chains are then held against: .sst, .p7b, "
            + "certutil -store text, PEM, DER, Java or PKCS#12 keystore; may be repeated")
    private List<Path> trust = List.of();

    @Option(names = "--public-roots", paramLabel = "FILE",
            description = "as --trust, for the roots of a public program (Microsoft's or Mozilla's); may be repeated")
    private List<Path> publicRoots = List.of();

    @Mixin
    private ReadableOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(VerbSession session) throws IOException {
        Path folder = folder();
        if (sources.isEmpty() && trust.isEmpty() && publicRoots.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: SOURCE");
        }
        if (!Files.exists(folder) && !sources.isEmpty() && sources.stream().noneMatch(Files::exists)) {
            throw new CaseException(sources.size() == 1 ? sources.getFirst() + " does not exist; check the path."
                    : "None of " + sources.size() + " sources exists, the first being " + sources.getFirst() + "; check the paths.");
        }
        try (Case target = Case.openOrCreate(folder, session.engine().readers())) {
            if (target.isReadOnly()) {
                throw new CaseException(target.readOnlyReason().orElse(folder + " cannot be written; check its permissions."));
            }
            keep(session, target, trust, false);
            keep(session, target, publicRoots, true);
            if (sources.isEmpty()) {
                return CommandLine.DONE;
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

    private static void keep(VerbSession session, Case target, List<Path> lists, boolean publicProgram) throws IOException {
        for (Path file : lists) {
            byte[] bytes = TrustOptions.bytes(file, TrustLists.MAX_BYTES);
            CaseTrustList kept = TrustOptions.withPassword(password -> target.trustLists().add(TrustOptions.fileName(file), bytes, password,
                    publicProgram));
            kept.list().problems().forEach(problem -> session.err().println(file + ": " + problem));
            session.err().println("Trust list " + kept.list().name() + " (" + kept.list().format().title() + "): " + kept.list().entries().size()
                    + (kept.list().entries().size() == 1 ? " certificate." : " certificates."));
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

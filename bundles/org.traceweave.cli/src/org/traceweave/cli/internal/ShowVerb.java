package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Evidence;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code show}: the decoded text or the raw bytes of one record. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Prints one record: its decoded text, or its bytes as they stand.")
public final class ShowVerb implements Verb {

    @Parameters(paramLabel = "CASE", description = "case folder, or a source to look at")
    private Path path;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which;

    /** The record: by its place, or by its id. */
    static final class Which {
        @ArgGroup(exclusive = false)
        private Place place;

        @Option(names = "--id", paramLabel = "ID", description = "the record's id")
        private String id;
    }

    /** A place in a source. */
    static final class Place {
        @Option(names = "--source", required = true, paramLabel = "S", description = "the source, as imported")
        private String source;

        @Option(names = "--offset", required = true, paramLabel = "N", converter = Converters.LargeCount.class, description = "first byte of the record in it")
        private long offset;
    }

    @Option(names = "--raw", description = "the bytes as they stand in the source, instead of decoded text; shows secrets, so it needs --unmask")
    private boolean raw;

    @Option(names = "--unmask", description = "show secrets (NTLM responses, tokens, private keys) too")
    private boolean unmask;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(VerbSession session) throws IOException {
        if (raw && !unmask) {
            throw new ParameterException(spec.commandLine(), "raw bytes may hold secrets, so --raw needs --unmask");
        }
        Case of = session.open(path);
        Evidence at = evidence(of);
        byte[] shown = raw ? of.bytes(at) : of.text(at, unmask).getBytes(StandardCharsets.UTF_8);
        session.out().write(shown, 0, shown.length);
        if (!raw && shown.length > 0 && shown[shown.length - 1] != '\n') {
            session.out().println();
        }
        return CommandLine.DONE;
    }

    private Evidence evidence(Case of) throws IOException {
        Optional<IndexedRecord> record = which.id != null ? of.find(which.id) : of.find(which.place.source, which.place.offset);
        if (record.isPresent()) {
            return of.evidence(record.get());
        }
        throw new CaseException(which.id != null ? "No record of " + of.name() + " has the id " + which.id + "; search --json prints the ids."
                : "No record of " + of.name() + " begins at byte " + which.place.offset + " of " + which.place.source
                        + "; search --json prints where each begins.");
    }
}

package org.traceweave.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;
import org.traceweave.cases.ImportOutcome;
import org.traceweave.cli.internal.ProgressLine;
import org.traceweave.cli.internal.Shown;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonLines;
import org.traceweave.model.Source;
import org.traceweave.model.SourceStatus;

/** What a verb works with: the installed engine, where answers and messages go, and how a case is opened. Closed after the verb ran. */
public final class VerbSession implements AutoCloseable {

    private final Engine engine;
    private final VerbRegistry verbs;
    private final PrintStream out;
    private final PrintStream err;
    private final CancelSignal cancel;
    private final List<Case> opened = new ArrayList<>();

    public VerbSession(Engine engine, VerbRegistry verbs, PrintStream out, PrintStream err, CancelSignal cancel) {
        this.engine = engine;
        this.verbs = verbs;
        this.out = out;
        this.err = err;
        this.cancel = cancel;
    }

    public Engine engine() {
        return engine;
    }

    public VerbRegistry verbs() {
        return verbs;
    }

    /** Where the answer goes, and nothing else. */
    public PrintStream out() {
        return out;
    }

    /** Where progress and warnings go. */
    public PrintStream err() {
        return err;
    }

    public CancelSignal cancel() {
        return cancel;
    }

    /**
     * Opens a case folder for reading; a plain file, folder or archive is imported into a case of its own that is gone afterwards.
     *
     * @throws CaseException if there is no such case, or nothing of the file, folder or archive could be imported
     */
    public Case open(Path path) throws IOException {
        if (isCase(path)) {
            Case opening = Case.openReadOnly(path, engine.readers());
            opened.add(opening);
            return opening;
        }
        return open(List.of(path));
    }

    /** Imports files, folders and archives into one case that is gone afterwards. @throws CaseException as {@link #open(Path)} does */
    public Case open(List<Path> sources) throws IOException {
        Case opening = temporary(sources);
        ImportOutcome outcome = imported(opening, sources);
        if (opening.sources().stream().anyMatch(VerbSession::isImported)) {
            outcome.problems().forEach(err::println);
            return opening;
        }
        if (outcome.problems().size() == 1) {
            throw new CaseException(outcome.problems().getFirst());
        }
        outcome.problems().forEach(err::println);
        throw new CaseException("Nothing could be imported from " + sources.getFirst() + (sources.size() > 1 ? " and the other sources" : "")
                + "; \"traceweave formats\" lists what can be read.");
    }

    /** As {@link #open(Path)}, for a verb that tells what became of each source: it may be that nothing was imported. */
    public Case openWhatever(Path path) throws IOException {
        if (isCase(path)) {
            return open(path);
        }
        Case opening = temporary(List.of(path));
        imported(opening, List.of(path)).problems().forEach(err::println);
        return opening;
    }

    private Case temporary(List<Path> sources) throws IOException {
        for (Path source : sources) {
            if (!Files.exists(source)) {
                throw new CaseException(source + " does not exist; name a case folder (*.case), or files, folders or archives to look at.");
            }
        }
        Case opening = Case.temporary(engine.readers());
        opened.add(opening);
        return opening;
    }

    private ImportOutcome imported(Case target, List<Path> sources) throws IOException {
        ImportOutcome outcome = withProgress(target, sources);
        if (outcome.cancelled()) {
            throw new CancellationException();
        }
        return outcome;
    }

    /** Whether anything of a source could be read. */
    public static boolean isImported(Source source) {
        return source.status() == SourceStatus.COMPLETE || source.status() == SourceStatus.PARTIAL;
    }

    /** Whether a path is a case folder. */
    public static boolean isCase(Path path) {
        return Files.isRegularFile(path.resolve("case.json"))
                || Files.isDirectory(path) && path.getFileName() != null && path.getFileName().toString().endsWith(".case");
    }

    /** Imports with progress; what could not be imported is said, one sentence each. */
    public ImportOutcome importInto(Case target, List<Path> sources) throws IOException {
        ImportOutcome outcome = withProgress(target, sources);
        outcome.problems().forEach(err::println);
        return outcome;
    }

    private ImportOutcome withProgress(Case target, List<Path> sources) throws IOException {
        try (ProgressLine progress = new ProgressLine(err)) {
            return target.importSources(sources, progress, cancel);
        }
    }

    /** Prints objects as JSON Lines, lists of evidence cut at {@code evidence}. */
    public <T> void json(Iterable<T> objects, JsonForm<T> form, int evidence) throws IOException {
        JsonLines lines = new JsonLines(out, evidence);
        for (T object : objects) {
            lines.write(object, form);
        }
        lines.flush();
        checkAnswer();
    }

    /**
     * Makes sure that what was printed so far has arrived. Long answers ask now and then.
     *
     * @throws IOException if it has not: the answer's file system is full, or its reader has gone
     */
    public void checkAnswer() throws IOException {
        if (out.checkError()) {
            throw new IOException("The answer could not be written to its end: the disk is full, or the program that read it has ended.");
        }
    }

    /** Readable output in a zone. */
    public Shown shown(ZoneId zone) {
        return new Shown(out, zone);
    }

    /** Closes every case that was opened, also after one could not be closed. */
    @Override
    public void close() throws IOException {
        if (!opened.isEmpty()) {
            Case last = opened.removeLast();
            try {
                close();
            } finally {
                last.close();
            }
        }
    }
}

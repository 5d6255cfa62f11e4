package org.traceweave.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;
import org.traceweave.cases.ImportOutcome;
import org.traceweave.cli.internal.ProgressLine;
import org.traceweave.cli.internal.Shown;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonLines;

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

    /** Opens a case folder for reading; a plain file, folder or archive is imported into a case of its own that is gone afterwards. */
    public Case open(Path path) throws IOException {
        Case opening;
        if (isCase(path)) {
            opening = Case.openReadOnly(path, engine.readers());
            opened.add(opening);
        } else if (Files.exists(path)) {
            opening = Case.temporary(engine.readers());
            opened.add(opening);
            importInto(opening, List.of(path));
        } else {
            throw new CaseException(path + " does not exist; name a case folder (*.case), or files, folders or archives to look at.");
        }
        return opening;
    }

    /** Whether a path is a case folder. */
    public static boolean isCase(Path path) {
        return Files.isRegularFile(path.resolve("case.json"))
                || Files.isDirectory(path) && path.getFileName() != null && path.getFileName().toString().endsWith(".case");
    }

    /** Imports with progress; what could not be imported is said, one sentence each. */
    public ImportOutcome importInto(Case target, List<Path> sources) throws IOException {
        try (ProgressLine progress = new ProgressLine(err)) {
            ImportOutcome outcome = target.importSources(sources, progress, cancel);
            progress.close();
            outcome.problems().forEach(problem -> err.println(problem));
            return outcome;
        }
    }

    /** Prints objects as JSON Lines, lists of evidence cut at {@code evidence}. */
    public <T> void json(Iterable<T> objects, JsonForm<T> form, int evidence) throws IOException {
        JsonLines lines = new JsonLines(out, evidence);
        for (T object : objects) {
            lines.write(object, form);
        }
        lines.flush();
    }

    /** Readable output in a zone. */
    public Shown shown(ZoneId zone) {
        return new Shown(out, zone);
    }

    @Override
    public void close() throws IOException {
        for (Case each : opened) {
            each.close();
        }
    }
}

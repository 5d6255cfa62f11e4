package org.traceweave.cases.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.ImportOutcome;
import org.traceweave.cases.ImportProgress;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.RecordIndex;
import org.traceweave.model.Source;
import org.traceweave.readers.ReaderRegistry;

/**
 * One import from beginning to end, in the thread that asked for it: what is to be read is found and planned, then other threads read,
 * while this one tells the progress, lets the records be found, and commits.
 */
public final class CaseImport implements ImportRun.Watcher {

    private static final int TICK_MILLIS = 50;
    // letting records be found, and securing them, may each take one part in so many of the time
    private static final int SHARE = 15;

    private final CaseFolder folder;
    private final CaseLedger ledger;
    private final RecordIndex index;
    private final ReaderRegistry readers;
    private final ImportPace pace;
    private final ImportProgress progress;
    private final CancelSignal cancel;
    private final Runnable recordsChanged;
    private final Runnable sourcesChanged;
    private final List<String> problems = new ArrayList<>();
    // by number, so that they are told in the order of the sources
    private final Map<Integer, Set<String>> sourceProblems = new TreeMap<>();

    /** What is to be done with the plan of an import. */
    public interface Planning {
        void plan(ImportPlan plan) throws IOException;
    }

    public CaseImport(CaseFolder folder, CaseLedger ledger, RecordIndex index, ReaderRegistry readers, ImportPace pace,
            ImportProgress progress, CancelSignal cancel, Runnable recordsChanged, Runnable sourcesChanged) {
        this.folder = folder;
        this.ledger = ledger;
        this.index = index;
        this.readers = readers;
        this.pace = pace;
        this.progress = progress;
        this.cancel = cancel;
        this.recordsChanged = recordsChanged;
        this.sourcesChanged = sourcesChanged;
    }

    /** Imports files, folders and archives. @throws IOException if the index or the case folder cannot be written */
    public ImportOutcome importPaths(List<Path> paths) throws IOException {
        return run(plan -> plan.add(new SourceDiscovery(problems).find(paths)));
    }

    /** Goes on with every source whose import was broken off. */
    public ImportOutcome importUnfinished() throws IOException {
        return run(ImportPlan::addUnfinished);
    }

    /** Reads sources of the case again, from their beginning. */
    public ImportOutcome readAgain(List<SourceEntry> entries) throws IOException {
        return run(plan -> {
            entries.forEach(plan::replace);
            plan.reReadDependents();
        });
    }

    private ImportOutcome run(Planning planning) throws IOException {
        removeForgottenCopies();
        ImportPlan plan = new ImportPlan(folder, ledger, problems, cancel::isCancelled);
        planning.plan(plan);
        for (int number : plan.removed()) {
            index.deleteSource(number);
        }
        List<SourceEntry> toRead = plan.toRead();
        if (!toRead.isEmpty()) {
            toRead.forEach(this::sourceChanged);
            read(toRead);
            if (!cancel.isCancelled()) {
                measureClocks();
            }
        }
        if (!toRead.isEmpty() || !plan.removed().isEmpty()) {
            commit(ledger.state());
            refresh();
        }
        sourceProblems.values().forEach(problems::addAll);
        Map<String, HostClock> clocks = ledger.clocks();
        List<Source> sources = plan.touched().stream().map(entry -> entry.source(clocks)).toList();
        return new ImportOutcome(sources, problems, cancel.isCancelled());
    }

    private void read(List<SourceEntry> toRead) throws IOException {
        ImportRun run = new ImportRun(folder, ledger, toRead, index, readers, pace, this, cancel::isCancelled);
        long refreshWait = pace.firstRefresh().toNanos();
        long nextRefresh = System.nanoTime() + refreshWait;
        long nextCommit = System.nanoTime() + pace.commit().toNanos();
        run.start();
        try {
            while (!run.await(TICK_MILLIS) && run.failure() == null) {
                progress.advanced(run.bytesDone(), run.bytesTotal(), run.recordsDone());
                if (System.nanoTime() >= nextRefresh && run.recordsDone() > 0) {
                    long spent = nanos(this::refresh);
                    refreshWait = Math.max(Math.min(2 * refreshWait, pace.longestRefresh().toNanos()), SHARE * spent);
                    nextRefresh = System.nanoTime() + refreshWait;
                }
                if (System.nanoTime() >= nextCommit) {
                    long spent = nanos(() -> commit(run.stateNow(ledger)));
                    nextCommit = System.nanoTime() + Math.max(pace.commit().toNanos(), SHARE * spent);
                }
            }
        } catch (IOException | RuntimeException e) {
            // the reading threads end first; then it is thrown on
            run.fail(e);
        }
        while (!run.await(TICK_MILLIS)) {
            progress.advanced(run.bytesDone(), run.bytesTotal(), run.recordsDone());
        }
        run.end();
        rethrow(run.failure());
        progress.advanced(run.bytesDone(), run.bytesTotal(), run.recordsDone());
    }

    private interface Write {
        void run() throws IOException;
    }

    private static long nanos(Write write) throws IOException {
        long start = System.nanoTime();
        write.run();
        return System.nanoTime() - start;
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        switch (failure) {
            case null -> {
                return;
            }
            case IOException e -> throw e;
            // the index closed itself when a write failed, and from then on says only that it is closed
            case IllegalStateException e when e.getCause() instanceof IOException cause -> throw cause;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    private void measureClocks() throws IOException {
        index.refresh();
        try (IndexSnapshot snapshot = index.snapshot()) {
            ledger.clocks(HostSkews.measure(snapshot, ledger.entries()));
        }
    }

    private void refresh() throws IOException {
        if (index.refresh()) {
            progress.searchable();
            recordsChanged.run();
        }
    }

    /** The index's commit decides; case.json follows. */
    private void commit(CaseLedger.State state) throws IOException {
        index.commit(state.commitData());
        CaseFolder.write(folder.caseFile(), state.caseFile().getBytes(StandardCharsets.UTF_8));
    }

    /** Members of archives that no source is of: their import was killed before its first commit, or they were replaced. */
    private void removeForgottenCopies() throws IOException {
        if (!Files.isDirectory(folder.copies())) {
            return;
        }
        Set<String> used = ledger.entries().stream().map(entry -> entry.file().copy()).filter(copy -> !copy.isEmpty())
                .map(copy -> copy.substring(0, copy.indexOf('/'))).collect(Collectors.toSet());
        try (Stream<Path> copies = Files.list(folder.copies())) {
            for (Path copy : copies.filter(path -> !used.contains(path.getFileName().toString())).toList()) {
                CaseFolder.delete(copy);
            }
        }
    }

    @Override
    public void sourceChanged(SourceEntry entry) {
        progress.sourceChanged(entry.source(ledger.clocks()));
        sourcesChanged.run();
    }

    @Override
    public void problem(SourceEntry entry, String sentence) {
        synchronized (sourceProblems) {
            sourceProblems.computeIfAbsent(entry.number(), number -> new LinkedHashSet<>()).add(sentence);
        }
    }
}

package org.traceweave.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.swt.widgets.Display;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.ImportOutcome;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.Source;

/** Runs the imports of a window, one after the other, and says how they get on. UI thread only, but for what progress calls. */
final class CaseImport {

    private static final Texts TEXTS = new Texts(CaseImport.class);

    private final CaseSession session;
    private final Display display;
    private final ViewWork work;
    private final List<Path> waiting = new ArrayList<>();
    private Optional<ImportState> state = Optional.empty();
    private CancelSignal cancel = new CancelSignal();

    CaseImport(CaseSession session, Display display) {
        this.session = session;
        this.display = display;
        work = new ViewWork("Import", display);
    }

    Optional<ImportState> state() {
        return state;
    }

    void start(OpenCase into, List<Path> paths) {
        if (state.isPresent()) {
            waiting.addAll(paths);
            return;
        }
        CancelSignal signal = new CancelSignal();
        cancel = signal;
        change(Optional.of(new ImportState(0, 0, 0, "", false)));
        Progress progress = new Progress(into);
        work.ask("import", unused -> {
            ImportOutcome outcome = into.source().importSources(paths, progress, signal);
            into.source().refresh();
            return outcome;
        }, outcome -> ended(into, outcome), problem -> {
            session.notices().add(problem);
            ended(into, new ImportOutcome(List.of(), List.of(), false));
        });
    }

    private void ended(OpenCase into, ImportOutcome outcome) {
        outcome.problems().forEach(session.notices()::add);
        if (outcome.cancelled()) {
            session.notices().add(TEXTS.get("import.cancelled"));
        }
        change(Optional.empty());
        session.tell(CaseSessionListener::sourcesChanged);
        session.tell(CaseSessionListener::recordsChanged);
        if (waiting.isEmpty()) {
            session.analyse();
        } else {
            List<Path> next = List.copyOf(waiting);
            waiting.clear();
            start(into, next);
        }
    }

    private void change(Optional<ImportState> newState) {
        state = newState;
        session.tell(CaseSessionListener::importChanged);
    }

    /** Stops at the next opportunity; what is imported stays. */
    void cancel() {
        waiting.clear();
        cancel.cancel();
        state.ifPresent(now -> change(Optional.of(new ImportState(now.bytesDone(), now.bytesTotal(), now.records(), now.current(), true))));
    }

    void cancelAll() {
        waiting.clear();
        cancel.cancel();
        work.cancelAll();
        change(Optional.empty());
    }

    void afterwards(Runnable task) {
        work.afterwards(task);
    }

    void close() {
        work.close();
    }

    /** Keeps the latest word of the import threads for the UI thread to fetch. */
    private final class Progress implements ImportProgress {

        private final OpenCase into;
        private final AtomicReference<Optional<ImportState>> latest = new AtomicReference<>(Optional.empty());
        private volatile String current = "";

        Progress(OpenCase into) {
            this.into = into;
        }

        @Override
        public void advanced(long bytesDone, long bytesTotal, long records) {
            boolean asked = latest.getAndSet(Optional.of(new ImportState(bytesDone, bytesTotal, records, current, false))).isPresent();
            if (!asked && !display.isDisposed()) {
                display.asyncExec(this::show);
            }
        }

        @Override
        public void sourceChanged(Source source) {
            current = source.source();
        }

        private void show() {
            Optional<ImportState> told = latest.getAndSet(Optional.empty());
            boolean running = session.openCase().equals(Optional.of(into)) && state.isPresent() && !state.get().cancelling();
            if (running && told.isPresent()) {
                change(told);
            }
        }
    }
}

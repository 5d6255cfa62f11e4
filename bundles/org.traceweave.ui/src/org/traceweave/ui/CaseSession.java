package org.traceweave.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.services.IServiceLocator;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;

/**
 * What a window is about: the case that is open in it, its import, the answers about it, the selection, and how times are shown. Views
 * get it from their site. UI thread only; all that takes time is done on threads of its own.
 */
public final class CaseSession {

    private static final Texts TEXTS = new Texts(CaseSession.class);
    private static final String CASE_SUFFIX = ".case";
    private static final int WATCH_MILLIS = 3000;

    private final Engine engine;
    private final Display display;
    private final Theming theming;
    private final TimeDisplay time = new TimeDisplay();
    private final TimeFilter timeFilter = new TimeFilter();
    private final Notices notices = new Notices();
    private final RecentCases recent = new RecentCases();
    private final List<CaseSessionListener> listeners = new CopyOnWriteArrayList<>();
    private final ViewWork opening;
    private final CaseSelection selection;
    private final CaseImport imports;
    private final CaseAnswering answering;
    private final CaseWatch watch;
    private Optional<OpenCase> open = Optional.empty();
    private boolean closed;

    public CaseSession(Engine engine, Display display, Theming theming) {
        this.engine = engine;
        this.display = display;
        this.theming = theming;
        opening = new ViewWork("Case", display);
        selection = new CaseSelection(this, display);
        imports = new CaseImport(this, display);
        answering = new CaseAnswering(this, display);
        watch = new CaseWatch(display, () -> tell(CaseSessionListener::sourcesChanged), () -> tell(CaseSessionListener::recordsChanged));
        display.timerExec(WATCH_MILLIS, this::lookForOthersWork);
    }

    /** The session of the window a site belongs to. */
    public static CaseSession of(IServiceLocator site) {
        CaseSession session = site.getService(CaseSession.class);
        if (session == null) {
            throw new IllegalStateException("this window shows no case");
        }
        return session;
    }

    public Optional<OpenCase> openCase() {
        return open;
    }

    public CaseSelection selection() {
        return selection;
    }

    public CaseAnswers answers() {
        return answering.answers();
    }

    public Optional<ImportState> importing() {
        return imports.state();
    }

    public TimeDisplay time() {
        return time;
    }

    public TimeFilter timeFilter() {
        return timeFilter;
    }

    public Notices notices() {
        return notices;
    }

    public RecentCases recent() {
        return recent;
    }

    public Theming theming() {
        return theming;
    }

    public Engine engine() {
        return engine;
    }

    public void addListener(CaseSessionListener listener) {
        listeners.add(listener);
    }

    public void removeListener(CaseSessionListener listener) {
        listeners.remove(listener);
    }

    void tell(Consumer<CaseSessionListener> word) {
        if (!closed) {
            listeners.forEach(word);
        }
    }

    /** Opens what was named on the command line, dropped or picked: a case folder, or sources to import. */
    public void open(List<Path> paths) {
        List<Path> sources = new ArrayList<>();
        Optional<Path> folder = Optional.empty();
        for (Path path : paths) {
            if (isCase(path)) {
                folder = Optional.of(path);
            } else {
                sources.add(path);
            }
        }
        folder.ifPresentOrElse(found -> openFolder(found, sources), () -> importSources(sources));
    }

    private static boolean isCase(Path path) {
        return path.getFileName() != null && path.getFileName().toString().endsWith(CASE_SUFFIX) && Files.isDirectory(path);
    }

    /** Opens a case folder, and imports {@code sources} into it. */
    public void openFolder(Path folder, List<Path> sources) {
        Path wanted = folder.toAbsolutePath().normalize();
        if (open.isPresent() && open.get().source().folder().equals(wanted)) {
            importSources(sources);
            return;
        }
        begin(() -> Case.open(wanted, engine.readers()), () -> importSources(sources));
    }

    /** Makes a new, empty case in {@code folder}. */
    public void create(Path folder) {
        begin(() -> Case.create(folder, engine.readers()), () -> { });
    }

    /** Imports files and folders into the open case, or into a new one without a name if none is open. */
    public void importSources(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        if (open.isEmpty()) {
            begin(() -> Case.temporary(engine.readers()), () -> imports.start(open.orElseThrow(), paths));
        } else if (open.get().source().isReadOnly()) {
            notices.add(TEXTS.get("readOnly.import", "name", open.get().name()));
        } else {
            imports.start(open.get(), paths);
        }
    }

    /** Imports what is first to be made, such as the sample case. */
    public void importMade(Question<List<Path>> making) {
        opening.ask("make", making, this::importSources, notices::add);
    }

    public void cancelImport() {
        imports.cancel();
    }

    /** Moves an unsaved case to {@code folder}, or copies a saved one there, and goes on in it. */
    public void saveAs(Path folder, Runnable afterwards) {
        open.ifPresent(current -> opening.ask("save", cancel -> {
            current.source().saveAs(folder);
            return current;
        }, saved -> {
            recent.opened(saved.source().folder());
            tell(CaseSessionListener::caseChanged);
            afterwards.run();
        }, notices::add));
    }

    /** Shows no case any more. */
    public void closeCase() {
        show(Optional.empty());
    }

    /** How a case comes to be opened. */
    @FunctionalInterface
    private interface Opening {
        Case open() throws CaseException;
    }

    private void begin(Opening how, Runnable afterwards) {
        opening.ask("open", cancel -> {
            Case source = how.open();
            return new OpenCase(source, engine.analyse(source));
        }, opened -> {
            show(Optional.of(opened));
            afterwards.run();
        }, notices::add);
    }

    private void show(Optional<OpenCase> next) {
        Optional<OpenCase> last = open;
        last.ifPresent(this::retire);
        open = next;
        timeFilter.set(Optional.empty());
        answering.forget();
        next.ifPresent(opened -> {
            opened.source().addListener(watch);
            if (!opened.source().isTemporary()) {
                recent.opened(opened.source().folder());
            }
        });
        tell(CaseSessionListener::caseChanged);
        selection.caseChanged();
        analyse();
    }

    /** Asks anew all that the analysis can say of the open case, such as when something that it depends on was changed. */
    public void analyse() {
        open.filter(opened -> !opened.source().sources().isEmpty()).ifPresent(answering::start);
    }

    private void retire(OpenCase last) {
        last.source().removeListener(watch);
        imports.cancelAll();
        answering.cancel();
        imports.afterwards(() -> answering.afterwards(() -> {
            try {
                last.source().close();
            } catch (IOException e) {
                ILog.of(CaseSession.class).warn("the case " + last.name() + " did not close cleanly", e);
            }
        }));
    }

    private void lookForOthersWork() {
        if (closed) {
            return;
        }
        open.filter(current -> current.source().isReadOnly()).ifPresent(current -> opening.ask("watch", cancel -> {
            current.source().refresh();
            return current;
        }, refreshed -> { }, notices::add));
        display.timerExec(WATCH_MILLIS, this::lookForOthersWork);
    }

    void answersChanged(CaseAnswers answers) {
        selection.answersChanged(answers);
        tell(CaseSessionListener::answersChanged);
    }

    /** Ends all work, with the window. Waits for nothing. */
    public void close() {
        open.ifPresent(this::retire);
        open = Optional.empty();
        closed = true;
        selection.close();
        imports.close();
        answering.close();
        opening.close();
    }
}

package org.traceweave.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.widgets.Display;
import org.traceweave.cases.CaseListener;

/** Takes word of changes from any thread and passes it on to the UI thread, at most a few times a second. */
final class CaseWatch implements CaseListener {

    private static final int PAUSE_MILLIS = 200;

    private final Display display;
    private final Runnable onSources;
    private final Runnable onRecords;
    private final AtomicBoolean sources = new AtomicBoolean();
    private final AtomicBoolean records = new AtomicBoolean();

    CaseWatch(Display display, Runnable onSources, Runnable onRecords) {
        this.display = display;
        this.onSources = onSources;
        this.onRecords = onRecords;
    }

    @Override
    public void sourcesChanged() {
        later(sources, onSources);
    }

    @Override
    public void recordsChanged() {
        later(records, onRecords);
    }

    private void later(AtomicBoolean waiting, Runnable task) {
        if (waiting.compareAndSet(false, true) && !display.isDisposed()) {
            display.asyncExec(() -> display.timerExec(PAUSE_MILLIS, () -> {
                waiting.set(false);
                task.run();
            }));
        }
    }
}

package org.traceweave.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.widgets.Display;
import org.traceweave.cases.CaseListener;

/** Takes word of changes from any thread and passes it on to the UI thread: the first at once, later ones a few times a second at most. */
final class CaseWatch implements CaseListener {

    private static final int PAUSE_MILLIS = 250;

    private final Channel sources;
    private final Channel records;

    CaseWatch(Display display, Runnable onSources, Runnable onRecords) {
        sources = new Channel(display, onSources);
        records = new Channel(display, onRecords);
    }

    @Override
    public void sourcesChanged() {
        sources.changed();
    }

    @Override
    public void recordsChanged() {
        records.changed();
    }

    /** Word of one kind. */
    private static final class Channel {

        private final Display display;
        private final Runnable task;
        private final AtomicBoolean told = new AtomicBoolean();
        private final AtomicBoolean again = new AtomicBoolean();

        Channel(Display display, Runnable task) {
            this.display = display;
            this.task = task;
        }

        void changed() {
            again.set(true);
            if (told.compareAndSet(false, true) && !display.isDisposed()) {
                display.asyncExec(this::tell);
            }
        }

        private void tell() {
            if (again.getAndSet(false)) {
                task.run();
                display.timerExec(PAUSE_MILLIS, this::tell);
            } else {
                told.set(false);
                if (again.get()) {
                    changed();
                }
            }
        }
    }
}

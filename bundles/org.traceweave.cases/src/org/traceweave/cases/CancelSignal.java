package org.traceweave.cases;

/** Asks long work to stop at its next opportunity. A flag, never an interrupt: interrupts close Lucene's files. */
public final class CancelSignal {

    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}

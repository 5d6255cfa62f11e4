package org.traceweave.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.swt.widgets.Display;

/**
 * Watches how much the UI thread works at one go: its processor time from one tick to the next, which, unlike the time of day, says the
 * same on a busy machine.
 */
final class UiThreadWatch implements AutoCloseable {

    private static final int TICK_MILLIS = 10;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    UiThreadWatch() {
        Display display = RunningWorkbench.display();
        long thread = RunningWorkbench.inUi(() -> Thread.currentThread().threadId());
        display.asyncExec(new Runnable() {

            private long last = threads.getThreadCpuTime(thread);

            @Override
            public void run() {
                long now = threads.getThreadCpuTime(thread);
                longest.accumulateAndGet(now - last, Math::max);
                last = now;
                if (!closed.get()) {
                    display.timerExec(TICK_MILLIS, this);
                }
            }
        });
    }

    /** The longest stretch of work so far, in milliseconds of processor time. */
    long longestMillis() {
        return longest.get() / 1_000_000;
    }

    @Override
    public void close() {
        closed.set(true);
    }
}

package org.traceweave.ui.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Display;

/** Waits until something is so in the window, by asking on the UI thread again and again. */
final class UiWait {

    private static final int SECONDS = 120;
    private static final int PAUSE_MILLIS = 40;

    private UiWait() {
    }

    /** @param what is waited for, in words, for the report of a test that waited in vain */
    static void until(String what, BooleanSupplier isSo) {
        CompletableFuture<Void> met = new CompletableFuture<>();
        Display display = RunningWorkbench.display();
        display.asyncExec(new Runnable() {
            @Override
            public void run() {
                if (met.isDone()) {
                    return;
                }
                if (isSo.getAsBoolean()) {
                    met.complete(null);
                } else {
                    display.timerExec(PAUSE_MILLIS, this);
                }
            }
        });
        try {
            met.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            met.cancel(false);
            fail("waited in vain for: " + what, e);
        }
    }
}

package org.traceweave.ui.tests;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.traceweave.analysis.Engine;
import org.traceweave.ui.TraceweaveWorkbenchAdvisor;

/**
 * Starts the real workbench on a thread of its own, once for all test classes that name this extension, and closes it after the last.
 * Tests run outside the UI thread, as a user does; {@link #inUi} reaches into it.
 */
public final class RunningWorkbench implements BeforeAllCallback {

    private static final int SECONDS_TO_START = 60;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.create(RunningWorkbench.class)).getOrComputeIfAbsent(Session.class);
    }

    public static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    /** What the supplier answers on the UI thread. */
    public static <T> T inUi(Supplier<T> question) {
        AtomicReference<@Nullable T> answer = new AtomicReference<>();
        display().syncExec(() -> answer.set(question.get()));
        return answer.get();
    }

    /** The one window of the workbench. */
    public static IWorkbenchWindow window() {
        return inUi(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
    }

    /** The workbench from its start to its end. */
    static final class Session implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        private final CompletableFuture<Display> created = new CompletableFuture<>();
        private final CompletableFuture<Integer> ended = new CompletableFuture<>();

        Session() throws ExecutionException, TimeoutException, InterruptedException {
            Thread thread = new Thread(this::run, "Workbench");
            thread.setDaemon(true);
            thread.start();
            Display display = created.get(SECONDS_TO_START, TimeUnit.SECONDS);
            CompletableFuture<Void> open = new CompletableFuture<>();
            // The workbench puts off what others ask of the UI thread until its window is open.
            display.asyncExec(() -> open.complete(null));
            CompletableFuture.anyOf(open, ended).get(SECONDS_TO_START, TimeUnit.SECONDS);
        }

        private void run() {
            try {
                Display display = PlatformUI.createDisplay();
                created.complete(display);
                ended.complete(PlatformUI.createAndRunWorkbench(display, new TraceweaveWorkbenchAdvisor(Engine.standard(), List.of())));
                display.dispose();
            } catch (RuntimeException | LinkageError | SWTError e) {
                created.completeExceptionally(e);
                ended.completeExceptionally(e);
            }
        }

        @Override
        public void close() throws ExecutionException, TimeoutException, InterruptedException {
            if (!ended.isDone()) {
                display().asyncExec(() -> PlatformUI.getWorkbench().close());
                ended.get(SECONDS_TO_START, TimeUnit.SECONDS);
            }
        }
    }
}

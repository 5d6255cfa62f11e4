package org.traceweave.ui;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.traceweave.cases.CancelSignal;
import org.traceweave.index.QuerySyntaxException;

/**
 * The one background thread of a view, and the way back: questions are answered there one after the other, answers arrive on the UI
 * thread. A question asked under a subject replaces an earlier one under the same subject, which is cancelled and its answer dropped.
 * To be used from the UI thread; nothing is ever interrupted.
 */
public final class ViewWork implements AutoCloseable {

    private final Display display;
    private final ExecutorService thread;
    private final Map<String, CancelSignal> running = new HashMap<>();
    private boolean closed;

    /** @param name of the thread */
    public ViewWork(String name, Display display) {
        this.display = display;
        thread = Executors.newSingleThreadExecutor(task -> {
            Thread worker = new Thread(task, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    /** Asks; an answer or a problem (one sentence) follows on the UI thread unless a later question of the same subject came between. */
    public <T> void ask(String subject, Question<T> question, Consumer<T> answer, Consumer<String> problem) {
        if (closed) {
            return;
        }
        CancelSignal signal = new CancelSignal();
        CancelSignal earlier = running.put(subject, signal);
        if (earlier != null) {
            earlier.cancel();
        }
        CompletableFuture.supplyAsync(() -> answerTo(question, signal), thread).whenComplete((found, trouble) -> onUi(() -> {
            if (!signal.isCancelled()) {
                running.remove(subject, signal);
                deliver(found, trouble, answer, problem);
            }
        }));
    }

    /** Does something on the background thread after all that was asked before, such as closing what those questions used. */
    public void afterwards(Runnable task) {
        if (!thread.isShutdown()) {
            thread.execute(task);
        }
    }

    /** Drops every question that is still open. */
    public void cancelAll() {
        running.values().forEach(CancelSignal::cancel);
        running.clear();
    }

    private static <T> T answerTo(Question<T> question, CancelSignal signal) {
        if (signal.isCancelled()) {
            throw new CancellationException();
        }
        try {
            return question.ask(signal);
        } catch (IOException | QuerySyntaxException e) {
            throw new CompletionException(e);
        }
    }

    private static <T> void deliver(T found, @Nullable Throwable trouble, Consumer<T> answer, Consumer<String> problem) {
        Throwable cause = trouble instanceof CompletionException && trouble.getCause() != null ? trouble.getCause() : trouble;
        if (cause == null) {
            answer.accept(found);
        } else if (cause instanceof IOException || cause instanceof QuerySyntaxException) {
            problem.accept(Problems.sentence(cause));
        } else if (!(cause instanceof CancellationException)) {
            ILog.of(ViewWork.class).error("a question of a view failed", cause);
            problem.accept(Problems.sentence(cause));
        }
    }

    private void onUi(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!closed) {
                    task.run();
                }
            });
        }
    }

    /** Ends the thread once what it does is done; open questions are dropped. */
    @Override
    public void close() {
        closed = true;
        cancelAll();
        thread.shutdown();
    }
}

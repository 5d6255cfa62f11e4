package org.traceweave.ui;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.widgets.Display;

/**
 * Draws off the UI thread: the latest order is the next one drawn, those in between are never drawn, so that a view keeps up with moves
 * however long a drawing takes. UI thread only.
 */
public final class LatestDrawing<O, P> {

    private final ViewWork work;
    private final Function<O, P> drawing;
    private final Consumer<P> drawn;
    private final Consumer<String> problem;
    private Optional<O> next = Optional.empty();
    private boolean busy;

    /** @param name of the thread; {@code drawn} hears of each drawing on the UI thread */
    public LatestDrawing(String name, Display display, Function<O, P> drawing, Consumer<P> drawn, Consumer<String> problem) {
        work = new ViewWork(name, display);
        this.drawing = drawing;
        this.drawn = drawn;
        this.problem = problem;
    }

    public void draw(O order) {
        if (busy) {
            next = Optional.of(order);
            return;
        }
        busy = true;
        work.ask("draw", cancel -> drawing.apply(order), picture -> {
            drawn.accept(picture);
            again();
        }, trouble -> {
            problem.accept(trouble);
            again();
        });
    }

    private void again() {
        busy = false;
        Optional<O> waiting = next;
        next = Optional.empty();
        waiting.ifPresent(this::draw);
    }

    public void close() {
        work.close();
    }
}

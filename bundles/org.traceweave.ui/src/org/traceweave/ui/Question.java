package org.traceweave.ui;

import java.io.IOException;
import org.traceweave.cases.CancelSignal;
import org.traceweave.index.QuerySyntaxException;

/** Something a view wants to know and a background thread finds out. */
@FunctionalInterface
public interface Question<T> {

    /**
     * Finds the answer; ends early, with whatever, once {@code cancel} is set.
     *
     * @throws IOException if it cannot be found; the message is one sentence for the user
     * @throws QuerySyntaxException if what the user typed cannot be understood
     */
    T ask(CancelSignal cancel) throws IOException, QuerySyntaxException;
}

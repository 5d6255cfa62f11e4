package org.traceweave.index;

/** A query that cannot be understood; the message says what and where, in one sentence. */
public final class QuerySyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    public QuerySyntaxException(String message) {
        super(message);
    }
}

package org.traceweave.cases;

/** A case whose index was written by another version: {@link Case#rebuild} makes it anew from its sources, after asking. */
public final class OutdatedCaseException extends CaseException {

    private static final long serialVersionUID = 1L;

    public OutdatedCaseException(String message, Throwable cause) {
        super(message, cause);
    }
}

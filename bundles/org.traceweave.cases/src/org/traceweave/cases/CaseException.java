package org.traceweave.cases;

import java.io.IOException;

/** Something about a case that its user has to know: one sentence that says what, where, and what to do. */
public class CaseException extends IOException {

    private static final long serialVersionUID = 1L;

    public CaseException(String message) {
        super(message);
    }

    public CaseException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.traceweave.certificates;

/** A file that was given as registry settings and holds none; the message says why and what to do. */
public final class PolicyFileException extends Exception {

    private static final long serialVersionUID = 1L;

    public PolicyFileException(String message) {
        super(message);
    }
}

package org.traceweave.certificates;

/** A file that was given as a trust list and cannot be read as one; the message says why and what to do. */
public final class TrustListException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean passwordNeeded;

    public TrustListException(String message, boolean passwordNeeded) {
        super(message);
        this.passwordNeeded = passwordNeeded;
    }

    /** Whether the same file with a password, or with another one, may be readable. */
    public boolean passwordNeeded() {
        return passwordNeeded;
    }
}

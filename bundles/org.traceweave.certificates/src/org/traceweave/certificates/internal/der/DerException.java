package org.traceweave.certificates.internal.der;

/** A field that is not what its type demands; {@code offset} points to where in the DER. Carries no stack trace, as damaged input is no rarity. */
public final class DerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    public DerException(int offset, String message) {
        super(message, null, false, false);
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}

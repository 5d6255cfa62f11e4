package org.traceweave.readers.windows.internal.evtx;

/** Bytes that are no binary XML. Says what and where in the chunk; has no stack trace, since damaged logs throw it by the thousand. */
public final class MalformedEventException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedEventException(String what, int position) {
        super(what + " at chunk byte " + position, null, false, false);
    }
}

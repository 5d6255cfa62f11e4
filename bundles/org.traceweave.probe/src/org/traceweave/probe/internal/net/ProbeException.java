package org.traceweave.probe.internal.net;

import org.traceweave.probe.ProbeFailure;

/** A connection that comes to nothing, and why. */
public class ProbeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ProbeFailure failure;

    public ProbeException(ProbeFailure.Kind kind, String text) {
        super(text);
        failure = new ProbeFailure(kind, text);
    }

    public ProbeFailure failure() {
        return failure;
    }
}

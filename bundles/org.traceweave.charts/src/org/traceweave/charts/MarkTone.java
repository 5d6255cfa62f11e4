package org.traceweave.charts;

import org.traceweave.model.Outcome;

/** What a mark on the timeline stands for, the gravest outcome last; a theme gives each tone its colour. */
public enum MarkTone {
    /** An attempt that ended registered. */
    SUCCEEDED,
    /** An attempt that is still going on where the trace ends. */
    OPEN,
    /** An attempt its client gave up. */
    ABANDONED,
    /** An attempt without an answer. */
    TIMED_OUT,
    /** An attempt that was refused. */
    FAILED,
    /** A SCHANNEL event. */
    SCHANNEL,
    /** A CAPI2 event that reports a failure. */
    CAPI2,
    /** An event of the server's own log. */
    SERVER_LOG,
    /** A logon that was refused. */
    LOGON,
    /** A connection that died before any SIP message. */
    CONNECTION,
    /** A certificate that begins or ends to be valid. */
    CERTIFICATE,
    /** Whatever else a lane shows. */
    OTHER;

    public static MarkTone of(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> SUCCEEDED;
            case FAILED -> FAILED;
            case ABANDONED -> ABANDONED;
            case TIMED_OUT -> TIMED_OUT;
            case OPEN -> OPEN;
        };
    }

    /** Whether it is the outcome of an attempt. */
    public boolean isOutcome() {
        return compareTo(FAILED) <= 0;
    }
}

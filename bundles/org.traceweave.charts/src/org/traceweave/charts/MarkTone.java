package org.traceweave.charts;

/** What a mark on the timeline stands for; a theme gives each tone its colour. */
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
    LOGON
}

package org.traceweave.analysis.internal.windows;

/** What the machine that logged an event is to an incident. */
enum Place {
    /** One of the servers that took part. */
    SERVER,
    /** A server, but none that took part. */
    OTHER_SERVER,
    /** The client's own machine. */
    CLIENT,
    /** The machine of another client. */
    FOREIGN,
    /** No server, and nothing tells whose machine it is. */
    UNSURE
}

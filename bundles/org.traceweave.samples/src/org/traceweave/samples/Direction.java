package org.traceweave.samples;

/** Which way a message goes, as the logging host sees it. */
public enum Direction {
    /** Received by the host that logs. */
    IN,
    /** Sent by the host that logs. */
    OUT
}

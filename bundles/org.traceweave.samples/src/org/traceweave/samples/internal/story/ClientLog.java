package org.traceweave.samples.internal.story;

import org.traceweave.samples.UccApiWriter;

/** A client's own log in the case: its name there, its writer, and how many records it holds. */
final class ClientLog {

    final String source;
    final UccApiWriter writer;
    /** Client clock minus true time, nanoseconds. */
    final long skew;

    ClientLog(String source, UccApiWriter writer, long skew) {
        this.source = source;
        this.writer = writer;
        this.skew = skew;
    }
}

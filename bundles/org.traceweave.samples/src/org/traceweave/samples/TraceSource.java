package org.traceweave.samples;

import java.nio.charset.StandardCharsets;

/**
 * One component of one process on one host, as it signs its trace lines; it counts its records, since the sequence number of a
 * trace line is local to component and session.
 */
public final class TraceSource {

    final byte[] where;
    final byte[] component;
    final int process;
    private long sequence;

    /**
     * @param where what stands in the bracket: {@code POOL01\FE01}, or a processor number in the old form
     * @param process process id, written in hexadecimal
     */
    public TraceSource(String where, String component, int process) {
        this.where = where.getBytes(StandardCharsets.UTF_8);
        this.component = component.getBytes(StandardCharsets.UTF_8);
        this.process = process;
    }

    long nextSequence() {
        return ++sequence;
    }

    /** Lets {@code count} sequence numbers pass unwritten: what a throttled trace session looks like. */
    public void skip(long count) {
        sequence += count;
    }
}

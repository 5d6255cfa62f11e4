package org.traceweave.samples;

/**
 * Where a writer put one record: {@code length} bytes at {@code offset} of its file, line end included. {@code time}: UTC
 * nanoseconds, as a reader that knows the zone will give it.
 */
public record Written(
        long offset,
        long length,
        long time) {
}

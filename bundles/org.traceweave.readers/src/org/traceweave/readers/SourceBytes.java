package org.traceweave.readers;

import java.io.Closeable;
import java.io.IOException;

/**
 * Random access to the bytes of one source. Opened read-only; the source is never changed. Safe for use by several threads; a thread
 * that reads must never be interrupted (that would close the file for all).
 */
public interface SourceBytes extends Closeable {

    /** Name as imported, for messages and evidence. */
    String name();

    /** Size in bytes when it was opened. */
    long size();

    /**
     * Reads up to {@code length} bytes from {@code position} into {@code target}.
     *
     * @return bytes read; fewer than asked only at the end of the source
     * @throws IOException if the source cannot be read there
     */
    int read(long position, byte[] target, int start, int length) throws IOException;

    /** The bytes from {@code position} on, at most {@code length} of them, cut at the end of the source. */
    default byte[] read(long position, int length) throws IOException {
        byte[] bytes = new byte[(int) Math.max(0, Math.min(length, size() - position))];
        int count = read(position, bytes, 0, bytes.length);
        return count == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, Math.max(0, count));
    }
}

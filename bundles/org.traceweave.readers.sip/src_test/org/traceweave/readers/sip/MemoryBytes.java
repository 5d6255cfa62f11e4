package org.traceweave.readers.sip;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.traceweave.readers.SourceBytes;

/** A source in memory. */
record MemoryBytes(String name, byte[] bytes) implements SourceBytes {

    static MemoryBytes of(String text) {
        return of(text, StandardCharsets.UTF_8);
    }

    static MemoryBytes of(String text, Charset charset) {
        return new MemoryBytes("trace.txt", text.getBytes(charset));
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long position, byte[] target, int start, int length) {
        int count = (int) Math.max(0, Math.min(length, bytes.length - position));
        System.arraycopy(bytes, (int) Math.min(position, bytes.length), target, start, count);
        return count;
    }

    @Override
    public void close() {
        // nothing is open
    }
}

package org.traceweave.readers;

/** A source in memory. */
record MemoryBytes(byte[] bytes) implements SourceBytes {

    @Override
    public String name() {
        return "memory";
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

package org.traceweave.readers;

/** What a reader sees of a source to say whether it is of its format: its name, its size, and its first bytes (up to 64 KiB). */
public record SourceHead(String name, long size, byte[] bytes) {

    /** How many bytes of a source are shown for detection. */
    public static final int LENGTH = 64 * 1024;
}

package org.traceweave.readers;

/** How a text source is encoded. ASCII counts as UTF-8. */
public enum TextEncoding {
    UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1252;

    /** Bytes that every character of this encoding takes at least, and by which offsets are aligned. */
    public int unit() {
        return this == UTF_16LE || this == UTF_16BE ? 2 : 1;
    }
}

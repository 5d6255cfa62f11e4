package org.traceweave.readers;

/**
 * A run of lines that make one record. Reused. {@code bytes}, {@code start}, {@code end}: its text as UTF-8, without the breaks at its
 * end, and of a very long one only the beginning; {@code offset}, {@code length}: its bytes in the source.
 */
public final class LineRecord {

    byte[] bytes = new byte[0];
    int start;
    int end;
    long offset;
    int length;
    boolean cut;
    boolean last;

    LineRecord() {
    }

    public byte[] bytes() {
        return bytes;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public long offset() {
        return offset;
    }

    public int length() {
        return length;
    }

    /** Whether the text is only the beginning of a very long record. */
    public boolean isCut() {
        return cut;
    }

    /** Whether the source ends with this record. */
    public boolean isLast() {
        return last;
    }
}

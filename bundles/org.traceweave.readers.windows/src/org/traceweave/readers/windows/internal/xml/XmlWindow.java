package org.traceweave.readers.windows.internal.xml;

import java.io.IOException;
import java.util.Arrays;
import org.traceweave.readers.SourceBytes;

/**
 * A stretch of an XML source that moves over it, in which Event elements are found by their tags. Positions are in the source. A tag is
 * found whatever the size of a character is, one byte or two. Not safe for use by several threads.
 */
final class XmlWindow {

    private static final int BLOCK = 1 << 20;

    private final SourceBytes source;
    private final XmlEncoding encoding;
    private byte[] bytes = new byte[BLOCK * 2];
    private long start;
    private int length;

    XmlWindow(SourceBytes source, XmlEncoding encoding) {
        this.source = source;
        this.encoding = encoding;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where a position of the source is in {@link #bytes}. */
    int index(long position) {
        return (int) (position - start);
    }

    /** Makes the bytes from there on, at least {@code wanted} of them where the source has them, available; earlier ones may go. */
    boolean load(long position, int wanted) throws IOException {
        if (position >= start && position + wanted <= start + length) {
            return true;
        }
        int kept = 0;
        if (position >= start && position < start + length) {
            kept = (int) (start + length - position);
            if (wanted + BLOCK > bytes.length) {
                bytes = Arrays.copyOf(bytes, wanted + BLOCK);
            }
            System.arraycopy(bytes, index(position), bytes, 0, kept);
        } else if (wanted + BLOCK > bytes.length) {
            bytes = new byte[wanted + BLOCK];
        }
        start = position;
        length = kept;
        int target = Math.max(wanted, Math.min(bytes.length, kept + BLOCK));
        int read = source.read(position + kept, bytes, kept, target - kept);
        length += Math.max(0, read);
        return length >= wanted;
    }

    /**
     * The next place from {@code from} on, before {@code limit}, where a tag stands: {@code name} with what precedes it, followed by a
     * blank, a slash or the tag's end. Bytes from {@code keep} on, where it is not negative, stay available.
     *
     * @return its position, or -1
     */
    long find(String name, long from, long limit, long keep) throws IOException {
        int unit = encoding.unit();
        int needed = (name.length() + 1) * unit;
        long at = from;
        while (at < limit) {
            long first = keep < 0 ? at : keep;
            if (!load(first, (int) (at - first) + needed)) {
                return -1;
            }
            int last = Math.min(length - needed, (int) Math.min(Integer.MAX_VALUE, limit - 1 - start));
            int found = search(name, index(at), last);
            if (found >= 0) {
                return start + found;
            }
            long next = start + last + unit;
            at = Math.max(at + unit, next - Math.floorMod(next - from, unit));
        }
        return -1;
    }

    /** A tag that begins between two indices, both included; -1 where there is none. */
    private int search(String name, int from, int last) {
        int unit = encoding.unit();
        int high = encoding.high();
        byte first = (byte) name.charAt(0);
        for (int i = from; i <= last; i += unit) {
            if (bytes[i + high] == first && matches(name, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean matches(String name, int at) {
        for (int i = 1; i < name.length(); i++) {
            if (character(at, i) != name.charAt(i)) {
                return false;
            }
        }
        int after = character(at, name.length());
        return after == '>' || after == '/' || after == ' ' || after == '\n' || after == '\r' || after == '\t';
    }

    private int character(int at, int offset) {
        int unit = encoding.unit();
        int index = at + offset * unit;
        if (unit == 1) {
            return bytes[index] & 0xff;
        }
        return (bytes[index + encoding.high()] & 0xff) | (bytes[index + 1 - encoding.high()] & 0xff) << 8;
    }
}

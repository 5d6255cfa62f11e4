package org.traceweave.readers;

import java.io.IOException;
import java.util.Arrays;

/**
 * A stretch of a text source as UTF-8 that moves along it: UTF-8 sources are read in place, others are transcoded, and every position
 * still knows its byte offset in the original. The mark at a source's beginning is passed over. For one thread.
 */
public final class TextWindow {

    private static final int STEP = 256 * 1024;

    private final SourceBytes bytes;
    private final TextEncoding encoding;
    private final int markLength;
    private byte[] buffer = new byte[0];
    private byte[] raw = new byte[0];
    private final int[] consumed = new int[1];
    private int limit;
    /** Offset in the source of the next byte to read. */
    private long next;
    // a position whose offset is known, from which later ones are counted
    private int anchor;
    private long anchorOffset;

    public TextWindow(SourceBytes bytes, Encodings.Detected detected) {
        this.bytes = bytes;
        encoding = detected.encoding();
        markLength = detected.markLength();
        seek(0);
    }

    /** Empties the window and sets it at a byte offset of the source, moved down to where a character can begin. */
    public void seek(long offset) {
        long text = Math.max(0, offset - markLength);
        next = markLength + (text - text % encoding.unit());
        limit = 0;
        anchor = 0;
        anchorOffset = next;
    }

    /** The array that holds the text; {@link #fill} may replace it. */
    public byte[] buffer() {
        return buffer;
    }

    /** Behind the last byte of text in the array. */
    public int limit() {
        return limit;
    }

    /** Whether the window reaches the end of the source. */
    public boolean atEnd() {
        return next >= bytes.size();
    }

    public TextEncoding encoding() {
        return encoding;
    }

    /** The byte offset in the source of a position in the array that is the beginning of a character. */
    public long offsetOf(int index) {
        if (encoding == TextEncoding.UTF_8) {
            return anchorOffset + (index - anchor);
        }
        if (index < anchor) {
            return anchorOffset - Transcoder.originalLength(encoding, buffer, index, anchor);
        }
        anchorOffset += Transcoder.originalLength(encoding, buffer, anchor, index);
        anchor = index;
        return anchorOffset;
    }

    /** Drops the text before {@code index}; what was there is now at 0. */
    public void discard(int index) {
        anchorOffset = offsetOf(index);
        anchor = 0;
        System.arraycopy(buffer, index, buffer, 0, limit - index);
        limit -= index;
    }

    /** Reads on, keeping all that is there. @return whether there was more */
    public boolean fill() throws IOException {
        if (atEnd()) {
            return false;
        }
        int length = (int) Math.min(STEP, bytes.size() - next);
        int room = encoding == TextEncoding.UTF_8 ? length : Transcoder.mostBytes(encoding, length);
        if (buffer.length - limit < room) {
            // room for the rest of a record beside what is read on
            buffer = Arrays.copyOf(buffer, limit + room + room / 4);
        }
        if (encoding == TextEncoding.UTF_8) {
            int count = read(buffer, limit, length);
            limit += count;
            next += count;
            return count > 0;
        }
        if (raw.length < length) {
            raw = new byte[length];
        }
        int count = read(raw, 0, length);
        if (encoding == TextEncoding.WINDOWS_1252) {
            limit = Transcoder.windows1252(raw, 0, count, buffer, limit);
            next += count;
            return count > 0;
        }
        boolean last = next + count >= bytes.size();
        limit = Transcoder.utf16(raw, 0, count, encoding == TextEncoding.UTF_16BE, last, buffer, limit, consumed);
        // an odd byte at the very end is no character
        next = last ? bytes.size() : next + consumed[0];
        return consumed[0] > 0;
    }

    private int read(byte[] target, int start, int length) throws IOException {
        int count = bytes.read(next, target, start, length);
        if (count < length) {
            throw new IOException(bytes.name() + " has become shorter while it was read: import it again when it no longer changes.");
        }
        return count;
    }
}

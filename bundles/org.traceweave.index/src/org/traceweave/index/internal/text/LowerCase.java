package org.traceweave.index.internal.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The lower-cased copy of a text, in UTF-8, in a buffer that is used again for the next text. Letters and digits of any script stay,
 * other signs beyond ASCII become blanks, so that what follows only has ASCII to tell apart. Not safe for use by several threads.
 */
final class LowerCase {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;

    byte[] bytes = new byte[1 << 14];
    int length;

    void set(byte[] text, int start, int count) {
        if (bytes.length < count + Long.BYTES) {
            bytes = new byte[Math.max(count + Long.BYTES, bytes.length * 2)];
        }
        int done = ascii(text, start, count);
        length = done;
        if (done < count) {
            rest(text, start + done, start + count);
        }
    }

    /** Copies as long as there is nothing but ASCII, eight bytes at a time. */
    private int ascii(byte[] text, int start, int count) {
        int i = 0;
        for (; i + Long.BYTES <= count; i += Long.BYTES) {
            long word = (long) LONGS.get(text, start + i);
            if ((word & HIGH_BITS) != 0) {
                return i;
            }
            // In every byte: bit 7 is set by the first sum from 'A' on, by the second from '[' on; what differs is a capital.
            long capitals = (word + ONES * (128 - 'A')) ^ (word + ONES * (128 - 'Z' - 1));
            LONGS.set(bytes, i, word | (capitals & HIGH_BITS) >>> 2);
        }
        for (; i < count; i++) {
            byte b = text[start + i];
            if (b < 0) {
                return i;
            }
            bytes[i] = b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
        }
        return i;
    }

    private void rest(byte[] text, int from, int end) {
        int i = from;
        while (i < end) {
            byte b = text[i];
            if (b >= 0) {
                append(b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b);
                i++;
                continue;
            }
            int size = sequenceLength(text, i, end);
            append(size == 0 ? -1 : codePoint(text, i, size), text, i, size);
            i += Math.max(size, 1);
        }
    }

    private void append(int codePoint, byte[] text, int start, int size) {
        if (codePoint < 0 || !Character.isLetterOrDigit(codePoint) && Character.getType(codePoint) != Character.NON_SPACING_MARK) {
            append((byte) ' ');
            return;
        }
        int lower = Character.toLowerCase(codePoint);
        if (lower == codePoint) {
            for (int i = 0; i < size; i++) {
                append(text[start + i]);
            }
            return;
        }
        for (byte b : Character.toString(lower).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)) {
            append(b);
        }
    }

    private void append(byte b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = b;
    }

    /** Bytes of the UTF-8 sequence that begins at {@code at}; 0 if it is none. */
    private static int sequenceLength(byte[] text, int at, int end) {
        int lead = text[at] & 0xff;
        int size = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
        if (at + size > end) {
            return 0;
        }
        for (int i = 1; i < size; i++) {
            if ((text[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return size;
    }

    private static int codePoint(byte[] text, int at, int size) {
        int value = text[at] & (0xff >> (size + 1));
        for (int i = 1; i < size; i++) {
            value = value << 6 | text[at + i] & 0x3f;
        }
        return value;
    }
}

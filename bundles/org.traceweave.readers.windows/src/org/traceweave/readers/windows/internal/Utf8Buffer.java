package org.traceweave.readers.windows.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text under construction as UTF-8. What XML does not allow, and halves of surrogate pairs, become U+FFFD, so that the bytes are always
 * valid. Not safe for use by several threads.
 */
public final class Utf8Buffer {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0xFF80FF80FF80FF80L;
    private static final long FIRST_PRINTABLE = 0x0020002000200020L;
    private static final long BORROWS = 0x8000800080008000L;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UPPER_HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private static final int USUAL_ROOM = 16 * 1024;

    private byte[] bytes;
    private int size;

    public Utf8Buffer() {
        this(USUAL_ROOM);
    }

    /** @param room bytes it takes before it has to grow */
    public Utf8Buffer(int room) {
        bytes = new byte[room];
    }

    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    /** Cuts the text, or sets aside that many bytes before it. */
    public void size(int newSize) {
        room(Math.max(0, newSize - size));
        size = newSize;
    }

    public String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** One ASCII character. */
    public void ascii(char c) {
        room(1);
        bytes[size++] = (byte) c;
    }

    /** A line break and that many blanks. */
    public void line(int indent) {
        room(indent + 1);
        bytes[size++] = '\n';
        for (int i = 0; i < indent; i++) {
            bytes[size++] = ' ';
        }
    }

    /** Bytes that are valid UTF-8 already. */
    public void utf8(byte[] source) {
        utf8(source, 0, source.length);
    }

    public void utf8(byte[] source, int start, int length) {
        room(length);
        System.arraycopy(source, start, bytes, size, length);
        size += length;
    }

    public void text(String text) {
        utf8(text.getBytes(StandardCharsets.UTF_8));
    }

    /** UTF-16LE of that many code units. */
    public void utf16(byte[] source, int start, int units) {
        room(units * 3 + 8);
        byte[] target = bytes;
        int at = size;
        int i = start;
        int end = start + units * 2;
        while (i < end) {
            if (end - i >= 8) {
                long four = (long) LONG.get(source, i);
                if ((four & NOT_ASCII) == 0 && (four - FIRST_PRINTABLE & BORROWS) == 0) {
                    long pairs = (four | four >>> 8) & 0x0000FFFF0000FFFFL;
                    INT.set(target, at, (int) (pairs | pairs >>> 16));
                    at += 4;
                    i += 8;
                    continue;
                }
            }
            int c = source[i] & 0xff | (source[i + 1] & 0xff) << 8;
            i += 2;
            if (c >= 0x20 && c < 0x80) {
                target[at++] = (byte) c;
            } else if (Character.isHighSurrogate((char) c) && i < end
                    && Character.isLowSurrogate((char) (source[i] & 0xff | (source[i + 1] & 0xff) << 8))) {
                at = put(target, at, Character.toCodePoint((char) c, (char) (source[i] & 0xff | (source[i + 1] & 0xff) << 8)));
                i += 2;
            } else {
                at = put(target, at, c);
            }
        }
        size = at;
    }

    /** One code point. */
    public void codePoint(int c) {
        room(4);
        size = put(bytes, size, c);
    }

    private static int put(byte[] target, int at, int point) {
        boolean allowed = point >= 0x20 && point < 0xD800 || point >= 0xE000 && point < 0xFFFE || point > 0xFFFF
                || point == '\n' || point == '\t' || point == '\r';
        int c = allowed ? point : 0xFFFD;
        if (c < 0x80) {
            target[at++] = (byte) c;
        } else if (c < 0x800) {
            target[at++] = (byte) (0xC0 | c >> 6);
            target[at++] = (byte) (0x80 | c & 0x3F);
        } else if (c < 0x10000) {
            target[at++] = (byte) (0xE0 | c >> 12);
            target[at++] = (byte) (0x80 | c >> 6 & 0x3F);
            target[at++] = (byte) (0x80 | c & 0x3F);
        } else {
            target[at++] = (byte) (0xF0 | c >> 18);
            target[at++] = (byte) (0x80 | c >> 12 & 0x3F);
            target[at++] = (byte) (0x80 | c >> 6 & 0x3F);
            target[at++] = (byte) (0x80 | c & 0x3F);
        }
        return at;
    }

    public void decimal(long value) {
        if (value >= 0 && value < 10) {
            ascii((char) ('0' + value));
            return;
        }
        if (value == Long.MIN_VALUE) {
            text("-9223372036854775808");
            return;
        }
        room(20);
        if (value < 0) {
            bytes[size++] = '-';
        }
        long rest = Math.abs(value);
        int digits = 1;
        for (long limit = 10; digits < 19 && rest >= limit; limit *= 10) {
            digits++;
        }
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    /** The last {@code digits} decimal digits, with leading zeros. */
    public void digits(int value, int digits) {
        room(digits);
        int rest = value;
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    /** {@code 0x} and lower-case hex without leading zeros. */
    public void prefixedHex(long value) {
        ascii('0');
        ascii('x');
        int digits = Math.max(1, 16 - Long.numberOfLeadingZeros(value) / 4);
        hex(value, digits);
    }

    /** Lower-case hex of the lowest {@code digits} digits. */
    public void hex(long value, int digits) {
        room(digits);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            bytes[size++] = HEX[(int) (value >>> shift) & 15];
        }
    }

    /** Upper-case hex of bytes, as Windows renders binary values. */
    public void upperHex(byte[] source, int start, int length) {
        room(length * 2);
        for (int i = start; i < start + length; i++) {
            bytes[size++] = UPPER_HEX[source[i] >> 4 & 15];
            bytes[size++] = UPPER_HEX[source[i] & 15];
        }
    }
}

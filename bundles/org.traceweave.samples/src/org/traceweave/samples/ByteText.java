package org.traceweave.samples;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing run of bytes that text and binary records are written into. Text is UTF-8; the appending methods make no garbage, so
 * that gigabytes of trace can be written at the speed of memory. Not for use by several threads.
 */
public final class ByteText {

    private static final byte[] UPPER = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOWER = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int size;

    public ByteText() {
        this(256);
    }

    public ByteText(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    public int size() {
        return size;
    }

    public ByteText clear() {
        size = 0;
        return this;
    }

    /** The written bytes' backing array; valid up to {@link #size()} and until the next append. */
    public byte[] array() {
        return bytes;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public ByteText text(String text) {
        int length = text.length();
        ensure(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return raw(text.substring(i).getBytes(StandardCharsets.UTF_8));
            }
            bytes[size++] = (byte) c;
        }
        return this;
    }

    /** Appends text followed by CRLF. */
    public ByteText line(String text) {
        return text(text).crlf();
    }

    public ByteText crlf() {
        ensure(2);
        bytes[size++] = '\r';
        bytes[size++] = '\n';
        return this;
    }

    public ByteText raw(byte[] source) {
        return raw(source, 0, source.length);
    }

    public ByteText raw(byte[] source, int from, int length) {
        ensure(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
        return this;
    }

    public ByteText octet(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
        return this;
    }

    public ByteText decimal(long value) {
        if (value < 0) {
            octet('-');
            value = -value;
        }
        int digits = 1;
        if (value <= Integer.MAX_VALUE) {
            for (int rest = (int) value / 10; rest > 0; rest /= 10) {
                digits++;
            }
        } else {
            for (long rest = value / 10; rest > 0; rest /= 10) {
                digits++;
            }
        }
        return padded(value, digits);
    }

    /** Appends exactly {@code digits} decimal digits, with leading zeros. */
    public ByteText padded(long value, int digits) {
        ensure(digits);
        int at = size + digits - 1;
        long rest = value;
        for (; at >= size && rest > Integer.MAX_VALUE; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        // Dividing an int is several times faster.
        for (int low = (int) rest; at >= size; at--) {
            bytes[at] = (byte) ('0' + low % 10);
            low /= 10;
        }
        size += digits;
        return this;
    }

    /** Appends exactly {@code digits} hexadecimal digits, upper case. */
    public ByteText hex(long value, int digits) {
        return hex(value, digits, UPPER);
    }

    /** Appends exactly {@code digits} hexadecimal digits, lower case. */
    public ByteText hexLower(long value, int digits) {
        return hex(value, digits, LOWER);
    }

    private ByteText hex(long value, int digits, byte[] alphabet) {
        ensure(digits);
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = alphabet[(int) (value & 15)];
            value >>>= 4;
        }
        size += digits;
        return this;
    }

    public ByteText u16(int value) {
        return octet(value).octet(value >>> 8);
    }

    public ByteText u32(long value) {
        return u16((int) value).u16((int) (value >>> 16));
    }

    public ByteText u64(long value) {
        return u32(value).u32(value >>> 32);
    }

    /** Overwrites four bytes at {@code at}, little endian. */
    public void putU32(int at, long value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }

    /** Forgets everything after the first {@code newSize} bytes. */
    public void truncate(int newSize) {
        size = Math.min(size, newSize);
    }

    public void writeTo(WritableByteChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, size);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}

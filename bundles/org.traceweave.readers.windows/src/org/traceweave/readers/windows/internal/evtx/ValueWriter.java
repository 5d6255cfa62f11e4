package org.traceweave.readers.windows.internal.evtx;

import java.nio.charset.Charset;
import org.traceweave.readers.windows.internal.Utf8Buffer;

/** Renders typed values as Windows' event viewer does. */
final class ValueWriter {

    static final int ARRAY = 0x80;
    static final int BINARY_XML = 0x21;

    private static final int UTF16 = 0x01;
    private static final int ANSI = 0x02;
    private static final int SID = 0x13;
    /** What code page the writing machine used is not told. */
    private static final Charset ANSI_CODE_PAGE = Charset.forName("windows-1252");

    private ValueWriter() {
    }

    /** Writes one value; an array's items are separated by blanks. */
    static void write(Utf8Buffer out, byte[] bytes, int type, int at, int size) {
        if ((type & ARRAY) != 0) {
            int end = at + size;
            for (int item = at; item < end; ) {
                int itemSize = itemSize(bytes, type, item, end);
                if (item > at) {
                    out.ascii(' ');
                }
                writeItem(out, bytes, type & ~ARRAY, item, itemSize);
                item += itemSize + terminator(type);
            }
        } else {
            writeItem(out, bytes, type, at, size);
        }
    }

    /** Bytes of the array item that begins at {@code at}, without the terminator of a string. */
    static int itemSize(byte[] bytes, int type, int at, int end) {
        int left = end - at;
        int fixed = switch (type & ~ARRAY) {
            case UTF16 -> {
                int i = at;
                while (i + 1 < end && (bytes[i] != 0 || bytes[i + 1] != 0)) {
                    i += 2;
                }
                yield i + 1 < end ? i - at : left;
            }
            case ANSI -> {
                int i = at;
                while (i < end && bytes[i] != 0) {
                    i++;
                }
                yield i - at;
            }
            case 0x03, 0x04 -> 1;
            case 0x05, 0x06 -> 2;
            case 0x07, 0x08, 0x0b, 0x0d, 0x14 -> 4;
            case 0x09, 0x0a, 0x0c, 0x10, 0x11, 0x15 -> 8;
            case 0x0f, 0x12 -> 16;
            case SID -> left < 8 ? left : 8 + 4 * (bytes[at + 1] & 0xff);
            default -> left;
        };
        return Math.max(0, Math.min(left, fixed));
    }

    /** Bytes between the items of an array of that type. */
    static int terminator(int type) {
        return switch (type & ~ARRAY) {
            case UTF16 -> 2;
            case ANSI -> 1;
            default -> 0;
        };
    }

    /** Writes one value that is no array. */
    static void writeItem(Utf8Buffer out, byte[] bytes, int type, int at, int size) {
        switch (type) {
            case 0x00 -> { }
            case UTF16 -> utf16(out, bytes, at, size / 2);
            case ANSI -> ansi(out, bytes, at, size);
            case 0x03, 0x05, 0x07, 0x09 -> out.decimal(LittleEndian.signed(bytes, at, size));
            case 0x04, 0x06, 0x08 -> out.decimal(LittleEndian.unsigned(bytes, at, size));
            case 0x0a -> out.text(Long.toUnsignedString(LittleEndian.unsigned(bytes, at, size)));
            case 0x0b -> out.text(Float.toString(Float.intBitsToFloat((int) LittleEndian.unsigned(bytes, at, size))));
            case 0x0c -> out.text(Double.toString(Double.longBitsToDouble(LittleEndian.unsigned(bytes, at, size))));
            case 0x0d -> out.text(LittleEndian.unsigned(bytes, at, size) != 0 ? "true" : "false");
            case 0x0f -> guid(out, bytes, at, size);
            case 0x10, 0x14, 0x15 -> out.prefixedHex(LittleEndian.unsigned(bytes, at, size));
            case 0x11 -> EventTimes.fileTime(out, LittleEndian.unsigned(bytes, at, size));
            case 0x12 -> systemTime(out, bytes, at, size);
            case SID -> sid(out, bytes, at, size);
            default -> out.upperHex(bytes, at, size);
        }
    }

    private static void utf16(Utf8Buffer out, byte[] bytes, int at, int units) {
        int length = units;
        while (length > 0 && bytes[at + 2 * length - 2] == 0 && bytes[at + 2 * length - 1] == 0) {
            length--;
        }
        out.utf16(bytes, at, length);
    }

    private static void ansi(Utf8Buffer out, byte[] bytes, int at, int size) {
        int length = size;
        while (length > 0 && bytes[at + length - 1] == 0) {
            length--;
        }
        String text = new String(bytes, at, length, ANSI_CODE_PAGE);
        for (int i = 0; i < text.length(); i++) {
            out.codePoint(text.charAt(i));
        }
    }

    private static void guid(Utf8Buffer out, byte[] bytes, int at, int size) {
        if (size != 16) {
            out.upperHex(bytes, at, size);
            return;
        }
        out.ascii('{');
        out.hex(LittleEndian.i32(bytes, at), 8);
        out.ascii('-');
        out.hex(LittleEndian.u16(bytes, at + 4), 4);
        out.ascii('-');
        out.hex(LittleEndian.u16(bytes, at + 6), 4);
        out.ascii('-');
        long tail = Long.reverseBytes(LittleEndian.i64(bytes, at + 8));
        out.hex(tail >>> 48, 4);
        out.ascii('-');
        out.hex(tail, 12);
        out.ascii('}');
    }

    private static void systemTime(Utf8Buffer out, byte[] bytes, int at, int size) {
        if (size != 16) {
            out.upperHex(bytes, at, size);
            return;
        }
        out.digits(LittleEndian.u16(bytes, at), 4);
        out.ascii('-');
        out.digits(LittleEndian.u16(bytes, at + 2), 2);
        out.ascii('-');
        out.digits(LittleEndian.u16(bytes, at + 6), 2);
        out.ascii('T');
        out.digits(LittleEndian.u16(bytes, at + 8), 2);
        out.ascii(':');
        out.digits(LittleEndian.u16(bytes, at + 10), 2);
        out.ascii(':');
        out.digits(LittleEndian.u16(bytes, at + 12), 2);
        out.ascii('.');
        out.digits(LittleEndian.u16(bytes, at + 14), 3);
        out.ascii('Z');
    }

    private static void sid(Utf8Buffer out, byte[] bytes, int at, int size) {
        int parts = size < 8 ? -1 : bytes[at + 1] & 0xff;
        if (parts < 0 || 8 + parts * 4 > size) {
            out.upperHex(bytes, at, size);
            return;
        }
        out.ascii('S');
        out.ascii('-');
        out.decimal(bytes[at] & 0xff);
        out.ascii('-');
        out.decimal(Long.reverseBytes(LittleEndian.i64(bytes, at)) & 0xffff_ffff_ffffL);
        for (int i = 0; i < parts; i++) {
            out.ascii('-');
            out.decimal(LittleEndian.i32(bytes, at + 8 + 4 * i) & 0xffff_ffffL);
        }
    }
}

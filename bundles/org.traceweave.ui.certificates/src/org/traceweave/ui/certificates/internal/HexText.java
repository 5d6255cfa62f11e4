package org.traceweave.ui.certificates.internal;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Bytes as people read them, sixteen a line: offset, hexadecimal, characters. Knows where in the text each byte stands, both as
 * hexadecimal and as a character, and which byte stands at a place of the text. Without a screen.
 */
final class HexText {

    static final int BYTES_A_LINE = 16;
    private static final int OFFSET_DIGITS = 6;
    private static final int HEX_AT = OFFSET_DIGITS + 2;
    /** Two digits and a blank a byte, and one more blank in the middle. */
    private static final int CHARS_AT = HEX_AT + 3 * BYTES_A_LINE + 2;
    /** Every line, the last one too, is as long, line end included. */
    private static final int LINE = CHARS_AT + BYTES_A_LINE + 1;

    private final byte[] bytes;

    HexText(byte[] bytes) {
        this.bytes = bytes;
    }

    int size() {
        return bytes.length;
    }

    String text() {
        StringBuilder text = new StringBuilder((bytes.length / BYTES_A_LINE + 1) * LINE);
        for (int line = 0; line < bytes.length; line += BYTES_A_LINE) {
            text.append(String.format(Locale.ROOT, "%06x  ", line));
            for (int i = 0; i < BYTES_A_LINE; i++) {
                text.append(i == BYTES_A_LINE / 2 ? " " : "");
                text.append(line + i < bytes.length ? String.format(Locale.ROOT, "%02x ", bytes[line + i] & 0xff) : "   ");
            }
            text.append(' ');
            for (int i = 0; i < BYTES_A_LINE; i++) {
                text.append(line + i < bytes.length ? printable(bytes[line + i]) : ' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static char printable(byte value) {
        return value >= ' ' && value < 0x7f ? (char) value : '.';
    }

    /** Where the two digits of a byte begin. */
    int hexAt(int index) {
        int column = index % BYTES_A_LINE;
        return index / BYTES_A_LINE * LINE + HEX_AT + 3 * column + (column >= BYTES_A_LINE / 2 ? 1 : 0);
    }

    /** Where the character of a byte stands. */
    int charAt(int index) {
        return index / BYTES_A_LINE * LINE + CHARS_AT + index % BYTES_A_LINE;
    }

    /** The byte whose digits or character stand at a place of the text; none in margins and behind the end. */
    OptionalInt byteAt(int place) {
        int column = place % LINE;
        int inLine;
        if (column >= CHARS_AT) {
            inLine = column - CHARS_AT;
        } else {
            int hex = column - HEX_AT;
            int half = 3 * BYTES_A_LINE / 2;
            inLine = hex < 0 ? -1 : hex < half ? hex / 3 : (hex - 1) / 3;
        }
        int index = place / LINE * BYTES_A_LINE + inLine;
        return inLine < 0 || inLine >= BYTES_A_LINE || index >= bytes.length ? OptionalInt.empty() : OptionalInt.of(index);
    }
}

package org.traceweave.certificates.internal.find;

import java.util.Arrays;

/**
 * Decodes base64 as it stands in logs: wrapped, indented, quoted, with escaped line breaks ({@code \n}, {@code &#13;}, {@code %0A}), in the
 * URL alphabet, percent-encoded, or beginning anywhere in a group of four.
 */
final class Base64Text {

    /**
     * What was decoded.
     *
     * @param length how many of {@code bytes} are valid
     * @param starts for each byte the position of the character in which its bits begin
     * @param end after the last character used
     * @param stop position of the character that ended it; the end of the text if none did
     */
    record Decoded(byte[] bytes, int length, int[] starts, int end, int stop, boolean padded) {

        byte[] exact() {
            return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
        }
    }

    private static final byte[] VALUE = new byte[256];

    static {
        Arrays.fill(VALUE, (byte) -1);
        for (int i = 0; i < 26; i++) {
            VALUE['A' + i] = (byte) i;
            VALUE['a' + i] = (byte) (26 + i);
        }
        for (int i = 0; i < 10; i++) {
            VALUE['0' + i] = (byte) (52 + i);
        }
        VALUE['+'] = 62;
        VALUE['-'] = 62;
        VALUE['/'] = 63;
        VALUE['_'] = 63;
    }

    private final byte[] text;
    private final int to;
    /** Whether blanks within a line may stand between characters, as in PEM pasted on one line. */
    private final boolean blanks;

    Base64Text(byte[] text, int to, boolean blanks) {
        this.text = text;
        this.to = to;
        this.blanks = blanks;
    }

    /**
     * Decodes from {@code from} up to {@code limit} bytes.
     *
     * @param missing characters of the first group, 0 to 2, that stand before {@code from}; the bytes they would give are left out
     */
    Decoded decode(int from, int missing, int limit) {
        int room = Math.min(limit, (to - from) * 3 / 4 + 3);
        byte[] bytes = new byte[room];
        int[] starts = new int[room];
        int length = 0;
        int position = from;
        int end = from;
        int bits = 0;
        int have = missing == 0 ? 0 : 6 * missing % 8;
        int dropped = missing == 0 ? 0 : 1;
        int previous = from;
        boolean padded = false;
        while (length < limit) {
            int next = skip(position);
            if (next >= to) {
                position = to;
                break;
            }
            int c = text[next] & 0xff;
            int value = VALUE[c];
            int width = 1;
            if (c == '%' && next + 3 <= to) {
                value = percent(next);
                width = 3;
            } else if (c == '\\' && next + 2 <= to && text[next + 1] == '/') {
                value = 63;
                width = 2;
            } else if (c == '-' && dashes(next)) {
                value = -1;
            }
            if (value < 0) {
                position = next;
                padded = c == '=' || c == '%' && value == -2;
                break;
            }
            int held = have;
            bits = bits << 6 | value;
            have += 6;
            if (have >= 8) {
                have -= 8;
                if (dropped > 0) {
                    dropped--;
                } else if (length < room) {
                    bytes[length] = (byte) (bits >> have);
                    starts[length++] = held > 0 ? previous : next;
                }
                bits &= (1 << have) - 1;
            }
            previous = next;
            position = next + width;
            end = position;
        }
        return new Decoded(bytes, length, starts, end, position, padded);
    }

    private boolean dashes(int at) {
        return at + 1 < to && text[at + 1] == '-' && at + 2 < to && text[at + 2] == '-';
    }

    /** The base64 value of a percent-encoded character; -2 for {@code %3D}, -1 for what is none. */
    private int percent(int at) {
        int high = Character.digit(text[at + 1], 16);
        int low = Character.digit(text[at + 2], 16);
        if (high < 0 || low < 0) {
            return -1;
        }
        int c = high << 4 | low;
        return c == '=' ? -2 : VALUE[c];
    }

    /** The position of the next character that may be base64, after line breaks in any writing, indentation and quote marks. */
    private int skip(int from) {
        int at = from;
        boolean newLine = false;
        while (at < to) {
            int c = text[at];
            if (c == '\n' || c == '\r') {
                newLine = true;
                at++;
            } else if (c == ' ' || c == '\t') {
                if (!blanks && !newLine && !beforeBreak(at)) {
                    return at;
                }
                at++;
            } else if (newLine && (c == '>' || c == '|' || c == '"' || c == '\'' || c == '*')) {
                at++;
            } else if (c == '\\' && at + 1 < to && (text[at + 1] == 'n' || text[at + 1] == 'r' || text[at + 1] == 't')) {
                newLine = true;
                at += 2;
            } else if (c == '&' && reference(at) > 0) {
                newLine = true;
                at = reference(at);
            } else if (c == '%' && at + 2 < to && text[at + 1] == '0' && (text[at + 2] == 'A' || text[at + 2] == 'D' || text[at + 2] == 'a'
                    || text[at + 2] == 'd')) {
                newLine = true;
                at += 3;
            } else {
                return at;
            }
        }
        return at;
    }

    private boolean beforeBreak(int at) {
        int next = at;
        while (next < to && (text[next] == ' ' || text[next] == '\t')) {
            next++;
        }
        return next < to && (text[next] == '\n' || text[next] == '\r');
    }

    /** After an XML character reference such as {@code &#xD;}; 0 if there is none. */
    private int reference(int at) {
        if (at + 3 >= to || text[at + 1] != '#') {
            return 0;
        }
        for (int i = at + 2; i < Math.min(to, at + 9); i++) {
            if (text[i] == ';') {
                return i + 1;
            }
        }
        return 0;
    }
}

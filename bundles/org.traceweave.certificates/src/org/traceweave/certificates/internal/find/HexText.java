package org.traceweave.certificates.internal.find;

/** Decodes runs of hex bytes as they stand in logs and source code: bare, or with blanks, colons, dashes, commas, {@code 0x} or {@code \x} between. */
final class HexText {

    private final byte[] text;
    private final int to;

    HexText(byte[] text, int to) {
        this.text = text;
        this.to = to;
    }

    /** Decodes up to {@code limit} bytes from {@code from}. The result is as of {@link Base64Text}. */
    Base64Text.Decoded decode(int from, int limit) {
        int room = Math.min(limit, (to - from) / 2 + 1);
        byte[] bytes = new byte[room];
        int[] starts = new int[room];
        int length = 0;
        int position = from;
        int end = from;
        while (length < room) {
            int next = skip(position);
            if (next + 2 > to) {
                position = Math.min(next, to);
                break;
            }
            int high = Character.digit(text[next], 16);
            int low = Character.digit(text[next + 1], 16);
            if (high < 0 || low < 0) {
                position = next;
                break;
            }
            bytes[length] = (byte) (high << 4 | low);
            starts[length++] = next;
            position = next + 2;
            end = position;
        }
        return new Base64Text.Decoded(bytes, length, starts, end, position, false);
    }

    private int skip(int from) {
        int at = from;
        while (at < to) {
            byte c = text[at];
            boolean prefix = at + 1 < to && text[at + 1] == 'x' && (c == '0' || c == '\\');
            if (prefix) {
                at += 2;
            } else if (c == ' ' || c == ':' || c == '-' || c == ',' || c == '\r' || c == '\n' || c == '\t') {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }
}

package org.traceweave.index.internal.text;

/** Long runs of base64 or hex, which nobody searches word by word. */
final class Blobs {

    private static final int SHORTEST = 64;
    private static final int LONGEST_HEX = 128;

    private Blobs() {
    }

    /** The end of the base64 or hex that begins at {@code from}; 0 if it is too short to matter, or looks like words. */
    static int end(byte[] bytes, int from, int end) {
        int i = from;
        int digits = 0;
        int slashes = 0;
        boolean hex = true;
        while (i < end) {
            int type = Chars.type(bytes[i]);
            if (!Chars.isWord(type) && type != Chars.BASE64 || bytes[i] < 0) {
                break;
            }
            digits += type == Chars.DIGIT ? 1 : 0;
            slashes += bytes[i] == '/' ? 1 : 0;
            hex &= type == Chars.DIGIT || type == Chars.HEX_LETTER;
            i++;
        }
        int length = i - from;
        if (length < SHORTEST || hex && length <= LONGEST_HEX || slashes * 10 > length || digits * 32 < length) {
            return 0;
        }
        return i;
    }

    /** Goes on over further lines of the same blob, of which the first ended at {@code to}. */
    static int afterLines(byte[] bytes, int from, int to, int end) {
        int width = to - from;
        int i = to;
        while (true) {
            int line = i;
            while (line < end && bytes[line] == '=') {
                line++;
            }
            int start = line;
            while (start < end && (bytes[start] == '\r' || bytes[start] == '\n')) {
                start++;
            }
            if (start == line) {
                return line;
            }
            int stop = start;
            while (stop < end && (Chars.isWord(Chars.type(bytes[stop])) && bytes[stop] > 0 || Chars.type(bytes[stop]) == Chars.BASE64)) {
                stop++;
            }
            boolean whole = stop - start == width;
            boolean last = stop - start < width && stop > start && (stop == end || bytes[stop] == '=' || bytes[stop] == '\r' || bytes[stop] == '\n');
            if (!whole && !last) {
                return line;
            }
            i = stop;
            if (last) {
                return stop;
            }
        }
    }
}

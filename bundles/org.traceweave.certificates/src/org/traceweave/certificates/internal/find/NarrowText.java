package org.traceweave.certificates.internal.find;

/**
 * Text as one byte a character, whatever its encoding: UTF-16, told by its mark or by every second byte being 0, is narrowed; characters beyond Latin-1
 * become {@code ?}, as no certificate is written with them.
 */
record NarrowText(byte[] text, int from, int to, boolean wide, int base) {

    static NarrowText of(byte[] bytes, int from, int to) {
        int length = to - from;
        boolean littleMark = length >= 2 && bytes[from] == (byte) 0xff && bytes[from + 1] == (byte) 0xfe;
        boolean bigMark = length >= 2 && bytes[from] == (byte) 0xfe && bytes[from + 1] == (byte) 0xff;
        if (littleMark || zeros(bytes, from, to, 1)) {
            return narrow(bytes, littleMark ? from + 2 : from, to, 0);
        }
        if (bigMark || zeros(bytes, from, to, 0)) {
            return narrow(bytes, bigMark ? from + 2 : from, to, 1);
        }
        return new NarrowText(bytes, from, to, false, 0);
    }

    private static boolean zeros(byte[] bytes, int from, int to, int phase) {
        int sample = Math.min(to - from, 512) / 2 * 2;
        if (sample < 64) {
            return false;
        }
        int zeros = 0;
        int printable = 0;
        for (int i = from; i < from + sample; i += 2) {
            zeros += bytes[i + phase] == 0 ? 1 : 0;
            printable += bytes[i + 1 - phase] >= '\t' ? 1 : 0;
        }
        return zeros > sample / 2 * 9 / 10 && printable > sample / 2 * 9 / 10;
    }

    private static NarrowText narrow(byte[] bytes, int from, int to, int low) {
        byte[] text = new byte[(to - from) / 2];
        for (int i = 0; i < text.length; i++) {
            text[i] = bytes[from + 2 * i + 1 - low] == 0 ? bytes[from + 2 * i + low] : (byte) '?';
        }
        return new NarrowText(text, 0, text.length, true, from);
    }

    /** The offset in the original bytes of a position in the text. */
    int original(int position) {
        return wide ? base + 2 * position : position;
    }
}

package org.traceweave.readers;

/** Turns UTF-16 and windows-1252 into UTF-8 and knows how many bytes of the original any stretch of the result stands for. */
final class Transcoder {

    // what 0x80 to 0x9f mean in windows-1252; the five that mean nothing become the control characters of their number
    private static final char[] HIGH_CONTROLS = ("\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
            + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178").toCharArray();

    private Transcoder() {
    }

    /** The most bytes of UTF-8 that {@code length} bytes can become. */
    static int mostBytes(TextEncoding encoding, int length) {
        return encoding.unit() == 2 ? length / 2 * 3 + 3 : length * 3;
    }

    /** Bytes of the original that {@code [from, to)} of the UTF-8 stands for; both at the beginning of a character. */
    static long originalLength(TextEncoding encoding, byte[] utf8, int from, int to) {
        if (encoding == TextEncoding.UTF_8) {
            return to - from;
        }
        int characters = 0;
        int pairs = 0;
        for (int at = from; at < to; at++) {
            int b = utf8[at];
            characters += (b & 0xc0) != 0x80 ? 1 : 0;
            pairs += (b & 0xf8) == 0xf0 ? 1 : 0;
        }
        return encoding.unit() == 2 ? 2L * (characters + pairs) : characters;
    }

    /** Appends the windows-1252 bytes as UTF-8. @return the new end of {@code target} */
    static int windows1252(byte[] raw, int from, int to, byte[] target, int start) {
        int out = start;
        for (int at = from; at < to; at++) {
            int b = raw[at] & 0xff;
            if (b < 0x80) {
                target[out++] = (byte) b;
            } else {
                out = put(b < 0xa0 ? HIGH_CONTROLS[b - 0x80] : b, target, out);
            }
        }
        return out;
    }

    /**
     * Appends UTF-16 as UTF-8; a surrogate without its other half becomes U+FFFD. With {@code last} false a leading half at the end is
     * left over.
     *
     * @return the new end of {@code target}; {@code consumed[0]} the bytes taken
     */
    static int utf16(byte[] raw, int from, int to, boolean bigEndian, boolean last, byte[] target, int start, int[] consumed) {
        int out = start;
        int at = from;
        while (at + 1 < to) {
            int c = unit(raw, at, bigEndian);
            if (c < 0x80) {
                target[out++] = (byte) c;
                at += 2;
                continue;
            }
            if (Character.isHighSurrogate((char) c)) {
                if (at + 3 >= to && !last) {
                    break;
                }
                int low = at + 3 < to ? unit(raw, at + 2, bigEndian) : 0;
                if (Character.isLowSurrogate((char) low)) {
                    out = put(Character.toCodePoint((char) c, (char) low), target, out);
                    at += 4;
                    continue;
                }
            }
            out = put(Character.isSurrogate((char) c) ? 0xfffd : c, target, out);
            at += 2;
        }
        consumed[0] = at - from;
        return out;
    }

    private static int unit(byte[] raw, int at, boolean bigEndian) {
        return bigEndian ? (raw[at] & 0xff) << 8 | raw[at + 1] & 0xff : raw[at] & 0xff | (raw[at + 1] & 0xff) << 8;
    }

    private static int put(int codePoint, byte[] target, int start) {
        int out = start;
        if (codePoint < 0x800) {
            target[out++] = (byte) (0xc0 | codePoint >> 6);
        } else {
            if (codePoint < 0x10000) {
                target[out++] = (byte) (0xe0 | codePoint >> 12);
            } else {
                target[out++] = (byte) (0xf0 | codePoint >> 18);
                target[out++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
            }
            target[out++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
        }
        target[out++] = (byte) (0x80 | codePoint & 0x3f);
        return out;
    }
}

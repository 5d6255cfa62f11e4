package org.traceweave.index.internal.text;

/** What a byte of a lower-cased text is. */
final class Chars {

    static final int SEPARATOR = 0;
    /** A letter beyond {@code f}, or a byte of a letter beyond ASCII. */
    static final int LETTER = 1;
    static final int HEX_LETTER = 2;
    static final int DIGIT = 3;
    static final int DOT = 4;
    static final int HYPHEN = 5;
    static final int UNDERSCORE = 6;
    static final int AT = 7;
    /** What base64 has beside letters and digits. */
    static final int BASE64 = 8;

    private static final byte[] TYPES = new byte[256];

    static {
        for (int c = 0; c < 256; c++) {
            TYPES[c] = (byte) (c >= 'a' && c <= 'f' ? HEX_LETTER : c >= 'a' && c <= 'z' || c >= 128 ? LETTER : c >= '0' && c <= '9' ? DIGIT : SEPARATOR);
        }
        TYPES['.'] = DOT;
        TYPES['-'] = HYPHEN;
        TYPES['_'] = UNDERSCORE;
        TYPES['@'] = AT;
        TYPES['+'] = BASE64;
        TYPES['/'] = BASE64;
    }

    private Chars() {
    }

    static int type(byte b) {
        return TYPES[b & 0xff];
    }

    static boolean isWord(int type) {
        return type >= LETTER && type <= DIGIT;
    }

    static boolean isJoint(int type) {
        return type >= DOT && type <= AT;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean isHex(byte b) {
        int type = type(b);
        return type == HEX_LETTER || type == DIGIT;
    }

    static boolean isHex(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isHex(bytes[i])) {
                return false;
            }
        }
        return to > from;
    }

    static boolean areDigits(byte[] bytes, int from, int count, int end) {
        if (from + count > end) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            if (!isDigit(bytes[i])) {
                return false;
            }
        }
        return true;
    }
}

package org.traceweave.readers.sip.internal;

import org.jspecify.annotations.Nullable;
import org.traceweave.readers.ByteSearch;

/** HRESULTs in bytes. */
final class FailureCodes {

    private static final int DIGITS = 8;

    private FailureCodes() {
    }

    /**
     * The first failure code, as {@code 0x80090325}; null if there is none.
     *
     * @param bare whether the digits alone count too, where they begin like security, certificate and Windows errors do
     */
    static @Nullable String find(Strings strings, byte[] b, int from, int to, boolean bare) {
        int at = from;
        while (at + DIGITS <= to) {
            at = ByteSearch.indexOf(b, at, to, bare ? (byte) '8' : (byte) 'x');
            if (bare) {
                if (isBareCode(b, at, from, to)) {
                    return strings.lower(prefixed(b, at), 0, DIGITS + 2);
                }
            } else if (at > from && b[at - 1] == '0' && isCode(b, at + 1, to)) {
                return strings.lower(b, at - 1, at + 1 + DIGITS);
            }
            at++;
        }
        return null;
    }

    private static boolean isCode(byte[] b, int at, int to) {
        return at < to && (b[at] == '8' || b[at] == '9' || (b[at] | 0x20) >= 'a' && (b[at] | 0x20) <= 'f') && hasDigits(b, at, to);
    }

    private static boolean isBareCode(byte[] b, int at, int from, int to) {
        if (at + DIGITS > to || b[at + 1] != '0' || b[at + 2] != '0') {
            return false;
        }
        boolean facility = b[at + 3] == '7' || b[at + 3] == '9' || (b[at + 3] | 0x20) == 'b';
        boolean begins = at == from || !Chars.isHex(b[at - 1]) && !Chars.isLetter(b[at - 1]);
        return facility && begins && hasDigits(b, at, to);
    }

    private static boolean hasDigits(byte[] b, int at, int to) {
        if (at + DIGITS > to || at + DIGITS < to && Chars.isHex(b[at + DIGITS])) {
            return false;
        }
        for (int i = at; i < at + DIGITS; i++) {
            if (!Chars.isHex(b[i])) {
                return false;
            }
        }
        return true;
    }

    private static byte[] prefixed(byte[] b, int at) {
        byte[] code = new byte[DIGITS + 2];
        code[0] = '0';
        code[1] = 'x';
        System.arraycopy(b, at, code, 2, DIGITS);
        return code;
    }
}

package org.traceweave.index.internal;

import java.util.Locale;

/** The one form in which a keyword is written and asked for, so that what people type and what sources write meet. */
public final class Keywords {

    private Keywords() {
    }

    /** Lower case; without {@code sip:} before an address and {@code 0x} before a hex code. */
    public static String normal(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.startsWith("0x") && isHex(lower, 2)) {
            return lower.substring(2);
        }
        return lower.startsWith("sip:") ? lower.substring(4) : lower.startsWith("sips:") ? lower.substring(5) : lower;
    }

    /** Where the port begins (its colon) in an address with port; -1 without. */
    public static int portAt(String value) {
        int i = value.length() - 1;
        while (i > 0 && value.charAt(i) >= '0' && value.charAt(i) <= '9') {
            i--;
        }
        int digits = value.length() - 1 - i;
        return i > 0 && digits > 0 && digits <= 5 && value.charAt(i) == ':' && value.charAt(i - 1) != ':' ? i : -1;
    }

    private static boolean isHex(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            if (Character.digit(value.charAt(i), 16) < 0) {
                return false;
            }
        }
        return value.length() > from;
    }
}

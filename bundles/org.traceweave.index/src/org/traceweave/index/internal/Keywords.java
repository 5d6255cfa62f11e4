package org.traceweave.index.internal;

import java.util.Locale;

/** The one form in which a keyword is written and asked for, so that what people type and what sources write meet. */
public final class Keywords {

    private Keywords() {
    }

    /** Lower case; without {@code sip:} before an address, {@code 0x} before a hex code, and braces around a GUID. */
    public static String normal(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.startsWith("0x") && isHex(lower, 2)) {
            return lower.substring(2);
        }
        if (lower.length() > 2 && lower.startsWith("{") && lower.endsWith("}")) {
            return lower.substring(1, lower.length() - 1);
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

    /**
     * Whether so many different values look like this (a Call-ID, an address with port, a GUID) that a term for each is only written
     * where the text of the record does not have it anyway.
     */
    public static boolean isIdentifier(String normal) {
        return normal.length() >= 8 && mayBeIdentifier(normal);
    }

    /** Whether this, or something with a port behind it, can be an identifier. */
    public static boolean mayBeIdentifier(String normal) {
        return normal.indexOf('@') < 0 && normal.chars().filter(c -> c >= '0' && c <= '9').count() >= 4;
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

package org.traceweave.readers.sip.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Gives bytes as strings, the same one for the same bytes where it was asked for lately: hosts, users and devices come again and
 * again, and must not be made a million times. For one thread.
 */
final class Strings {

    private static final int SIZE = 1 << 12;

    private final @Nullable String[] asWritten = new String[SIZE];
    private final @Nullable String[] lowered = new String[SIZE];

    /** The bytes as they are. */
    String of(byte[] b, int from, int to) {
        int hash = 0;
        int high = 0;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + b[at];
            high |= b[at];
        }
        if (high < 0) {
            return new String(b, from, to - from, StandardCharsets.UTF_8);
        }
        int slot = (hash ^ hash >>> 15) & SIZE - 1;
        String known = asWritten[slot];
        if (known != null && equal(known, b, from, to)) {
            return known;
        }
        String made = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
        asWritten[slot] = made;
        return made;
    }

    /** The bytes in lower case. */
    String lower(byte[] b, int from, int to) {
        int hash = 0;
        int high = 0;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + lower(b[at]);
            high |= b[at];
        }
        if (high < 0) {
            return new String(b, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        }
        int slot = (hash ^ hash >>> 15) & SIZE - 1;
        String known = lowered[slot];
        if (known != null && equalLower(known, b, from, to)) {
            return known;
        }
        String made = new String(b, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        lowered[slot] = made;
        return made;
    }

    private static int lower(byte c) {
        return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    }

    private static boolean equal(String known, byte[] b, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != b[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalLower(String known, byte[] b, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != lower(b[from + i])) {
                return false;
            }
        }
        return true;
    }
}

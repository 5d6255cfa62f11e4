package org.traceweave.certificates.internal.der;

import java.util.Locale;

/** Text from foreign bytes, made safe to show: control characters as escapes, and not endless. */
public final class Printable {

    private static final int LIMIT = 4096;

    private Printable() {
    }

    public static String text(String raw) {
        boolean plain = raw.length() <= LIMIT;
        for (int i = 0; plain && i < raw.length(); i++) {
            plain = !control(raw.charAt(i));
        }
        if (plain) {
            return raw;
        }
        StringBuilder safe = new StringBuilder(raw.length() + 16);
        for (int i = 0; i < Math.min(raw.length(), LIMIT); i++) {
            char c = raw.charAt(i);
            if (control(c)) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                safe.append(c);
            }
        }
        if (raw.length() > LIMIT) {
            safe.append("… (").append(raw.length()).append(" characters)");
        }
        return safe.toString();
    }

    private static boolean control(char c) {
        return c < ' ' || c >= 0x7f && c < 0xa0 || c == '\u2028' || c == '\u2029' || c >= '\u202a' && c <= '\u202e';
    }
}

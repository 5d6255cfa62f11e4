package org.traceweave.readers.sip.internal;

import org.jspecify.annotations.Nullable;

/** Addresses of users in bytes. */
final class Addresses {

    private Addresses() {
    }

    /** The URI that begins at {@code from}: in lower case, without scheme and parameters; null if nothing is left. */
    static @Nullable String bare(Strings strings, byte[] b, int from, int limit) {
        int to = from;
        while (to < limit && b[to] != '>' && b[to] != ';' && b[to] != '?' && b[to] != ',' && (b[to] > ' ' || b[to] < 0)) {
            to++;
        }
        int start = from;
        for (int at = from; at < to && at <= from + 4; at++) {
            if (b[at] == ':') {
                start = at + 1;
                break;
            }
            if (!Chars.isLetter(b[at])) {
                break;
            }
        }
        return start < to ? strings.lower(b, start, to) : null;
    }
}

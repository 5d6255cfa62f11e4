package org.traceweave.readers.windows.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Strings of values that come again and again, found by their bytes. A cache of fixed size; not safe for use by several threads. */
final class KeywordPool {

    private static final int SLOTS = 4096;
    private static final int LONGEST_KEPT = 256;

    private final byte[] @Nullable [] keys = new byte[SLOTS][];
    private final @Nullable String[] strings = new String[SLOTS];

    String get(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length > LONGEST_KEPT) {
            return new String(bytes, start, length, StandardCharsets.UTF_8);
        }
        int hash = length;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        int slot = (hash ^ hash >>> 13) & SLOTS - 1;
        byte[] key = keys[slot];
        String known = strings[slot];
        if (key != null && known != null && Arrays.equals(key, 0, key.length, bytes, start, end)) {
            return known;
        }
        String made = new String(bytes, start, length, StandardCharsets.UTF_8);
        keys[slot] = Arrays.copyOfRange(bytes, start, end);
        strings[slot] = made;
        return made;
    }
}

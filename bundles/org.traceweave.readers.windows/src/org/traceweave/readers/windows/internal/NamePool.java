package org.traceweave.readers.windows.internal;

import org.jspecify.annotations.Nullable;

/** Every name met so far, found by its bytes without making a string. Not safe for use by several threads. */
public final class NamePool {

    /** Real logs have a few thousand names; a source that has more is made to cost time, not memory. */
    private static final int MOST = 1 << 16;

    private @Nullable EventName[] table = new EventName[1024];
    private int[] hashes = new int[1024];
    private int count;

    /** The name of that many UTF-16LE code units. */
    public EventName utf16(byte[] bytes, int start, int units) {
        int hash = 0;
        for (int i = start, end = start + units * 2; i < end; i += 2) {
            hash = hash * 31 + (bytes[i] & 0xff | (bytes[i + 1] & 0xff) << 8);
        }
        int mask = table.length - 1;
        for (int slot = spread(hash) & mask; ; slot = slot + 1 & mask) {
            EventName found = table[slot];
            if (found == null) {
                StringBuilder text = new StringBuilder(units);
                for (int i = start, end = start + units * 2; i < end; i += 2) {
                    text.append((char) (bytes[i] & 0xff | (bytes[i + 1] & 0xff) << 8));
                }
                return add(text.toString(), hash);
            }
            if (hashes[slot] == hash && isUtf16(found.text(), bytes, start, units)) {
                return found;
            }
        }
    }

    /** The name of those UTF-8 bytes. */
    public EventName utf8(byte[] bytes, int start, int length) {
        int hash = 0;
        for (int i = start; i < start + length; i++) {
            if (bytes[i] < 0) {
                return of(new String(bytes, start, length, java.nio.charset.StandardCharsets.UTF_8));
            }
            hash = hash * 31 + bytes[i];
        }
        int mask = table.length - 1;
        for (int slot = spread(hash) & mask; ; slot = slot + 1 & mask) {
            EventName found = table[slot];
            if (found == null) {
                return add(new String(bytes, start, length, java.nio.charset.StandardCharsets.ISO_8859_1), hash);
            }
            if (hashes[slot] == hash && java.util.Arrays.equals(found.utf8(), 0, found.utf8().length, bytes, start, start + length)) {
                return found;
            }
        }
    }

    public EventName of(String text) {
        int hash = text.hashCode();
        int mask = table.length - 1;
        for (int slot = spread(hash) & mask; ; slot = slot + 1 & mask) {
            EventName found = table[slot];
            if (found == null) {
                return add(text, hash);
            }
            if (found.text().equals(text)) {
                return found;
            }
        }
    }

    private EventName add(String text, int hash) {
        if (count >= MOST) {
            table = new EventName[1024];
            hashes = new int[1024];
            count = 0;
        } else if (count * 2 >= table.length) {
            grow();
        }
        EventName name = new EventName(text);
        insert(name, hash);
        count++;
        return name;
    }

    private void grow() {
        @Nullable EventName[] old = table;
        int[] oldHashes = hashes;
        table = new EventName[old.length * 2];
        hashes = new int[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            EventName name = old[i];
            if (name != null) {
                insert(name, oldHashes[i]);
            }
        }
    }

    private void insert(EventName name, int hash) {
        int mask = table.length - 1;
        int slot = spread(hash) & mask;
        while (table[slot] != null) {
            slot = slot + 1 & mask;
        }
        table[slot] = name;
        hashes[slot] = hash;
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 15;
    }

    private static boolean isUtf16(String text, byte[] bytes, int start, int units) {
        if (text.length() != units) {
            return false;
        }
        for (int i = 0; i < units; i++) {
            if (text.charAt(i) != (char) (bytes[start + 2 * i] & 0xff | (bytes[start + 2 * i + 1] & 0xff) << 8)) {
                return false;
            }
        }
        return true;
    }
}

package org.traceweave.index.internal.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/**
 * Numbers byte strings, each new one with the next number from 0. Made for millions of look-ups a second: a slot of two longs holds a
 * string of up to eight bytes itself, or the hash of a longer one, and beside it the length and the number; so the strings' own bytes
 * are only touched to confirm a longer one. Cleared and used again. Not safe for use by several threads.
 */
final class ByteTable {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** For each slot a key, then length and one more than the number; 0 where it is free. */
    private long[] slots;
    private int mask;
    private int[] starts;
    private byte[] bytes;
    private int size;

    ByteTable(int expected) {
        slots = new long[Integer.highestOneBit(Math.max(8, expected)) * 8];
        mask = slots.length / 2 - 1;
        starts = new int[expected + 1];
        bytes = new byte[expected * 12 + Long.BYTES];
    }

    int size() {
        return size;
    }

    /** Memory that what is held needs, at the least. */
    long usedBytes() {
        return starts[size] + size * 60L;
    }

    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }

    /** The number of a string, which it gets now if it is new. */
    int add(byte[] source, int from, int length) {
        long key = key(source, from, length);
        int at = slot(key, source, from, length);
        long held = slots[at + 1];
        if (held != 0) {
            return (int) held - 1;
        }
        slots[at] = key;
        slots[at + 1] = (long) length << 32 | size + 1;
        return append(source, from, length);
    }

    /** The number of a string; -1 if it has none. */
    int find(byte[] source, int from, int length) {
        return (int) slots[slot(key(source, from, length), source, from, length) + 1] - 1;
    }

    /** Where the slot of a string begins, or the free one where it would go. */
    private int slot(long key, byte[] source, int from, int length) {
        int at = place(key, length);
        while (true) {
            long held = slots[2 * at + 1];
            if (held == 0 || slots[2 * at] == key && (int) (held >>> 32) == length
                    && (length <= Long.BYTES || equals((int) held - 1, source, from, length))) {
                return 2 * at;
            }
            at = at + 1 & mask;
        }
    }

    private int place(long key, int length) {
        return (int) ((key + length) * MIX >>> 32) & mask;
    }

    private boolean equals(int id, byte[] source, int from, int length) {
        int start = starts[id];
        return Arrays.equals(bytes, start, start + length, source, from, from + length);
    }

    private int append(byte[] source, int from, int length) {
        int start = starts[size];
        if (start + length + Long.BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + bytes.length / 2, start + length + Long.BYTES));
        }
        System.arraycopy(source, from, bytes, start, length);
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length + starts.length / 2 + 2);
        }
        starts[size + 1] = start + length;
        int id = size++;
        if (size * 4 > slots.length) {
            grow();
        }
        return id;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        mask = slots.length / 2 - 1;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int at = place(old[i], (int) (old[i + 1] >>> 32));
                while (slots[2 * at + 1] != 0) {
                    at = at + 1 & mask;
                }
                slots[2 * at] = old[i];
                slots[2 * at + 1] = old[i + 1];
            }
        }
    }

    /** The string itself if it is short enough, else its hash. */
    private static long key(byte[] source, int from, int length) {
        if (length <= Long.BYTES) {
            return tail(source, from, from + length);
        }
        long hash = length * MIX;
        int i = from;
        int end = from + length;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(source, i));
        }
        // The last eight bytes, some of them again.
        return i == end ? hash : mixed(hash ^ (long) LONGS.get(source, end - Long.BYTES));
    }

    private static long mixed(long value) {
        long product = value * MIX;
        return product ^ product >>> 29;
    }

    private static long tail(byte[] source, int from, int end) {
        if (from + Long.BYTES <= source.length) {
            int unused = Long.SIZE - (end - from) * Byte.SIZE;
            return unused == Long.SIZE ? 0 : (long) LONGS.get(source, from) << unused >>> unused;
        }
        long value = 0;
        for (int i = from; i < end; i++) {
            value |= (source[i] & 0xffL) << (i - from) * Byte.SIZE;
        }
        return value;
    }

    /** Lets {@code reference} be the string of a number. */
    void get(int id, BytesRef reference) {
        reference.bytes = bytes;
        reference.offset = starts[id];
        reference.length = starts[id + 1] - starts[id];
    }

    /** The numbers in the order of their strings' unsigned bytes. */
    int[] sorted() {
        int[] ids = new int[size];
        long[] keys = new long[size];
        for (int id = 0; id < size; id++) {
            ids[id] = id;
            keys[id] = firstBytes(id);
        }
        new KeyedSort(keys, ids, this::compareFurther).sort();
        return ids;
    }

    /** The first eight bytes as a number whose signed order is theirs. */
    private long firstBytes(int id) {
        int start = starts[id];
        int length = starts[id + 1] - start;
        long value = (long) BIG_LONGS.get(bytes, start);
        if (length < Long.BYTES) {
            value = length == 0 ? 0 : value & -1L << (Long.BYTES - length) * 8;
        }
        return value ^ Long.MIN_VALUE;
    }

    private int compareFurther(int one, int other) {
        return Arrays.compareUnsigned(bytes, starts[one], starts[one + 1], bytes, starts[other], starts[other + 1]);
    }
}

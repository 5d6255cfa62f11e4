package org.traceweave.index.internal.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/**
 * Numbers byte strings, each new one with the next number from 0. Made for millions of look-ups a second: a slot holds a string's hash
 * beside its number, so that other strings are hardly ever touched. Cleared and used again. Not safe for use by several threads.
 */
final class ByteTable {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] slots;
    private int mask;
    private int[] starts;
    private byte[] bytes;
    private int size;

    ByteTable(int expected) {
        slots = new long[Integer.highestOneBit(Math.max(8, expected)) * 4];
        mask = slots.length - 1;
        starts = new int[expected + 1];
        bytes = new byte[expected * 12 + Long.BYTES];
    }

    int size() {
        return size;
    }

    /** Memory that what is held needs, at the least. */
    long usedBytes() {
        return starts[size] + size * 36L;
    }

    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }

    /** The number of a string, which it gets now if it is new. */
    int add(byte[] source, int from, int length) {
        long hash = hash(source, from, length);
        int at = slot(hash, source, from, length);
        if (slots[at] != 0) {
            return (int) slots[at] - 1;
        }
        slots[at] = hash << 32 | size + 1;
        return append(source, from, length);
    }

    /** The number of a string; -1 if it has none. */
    int find(byte[] source, int from, int length) {
        return (int) slots[slot(hash(source, from, length), source, from, length)] - 1;
    }

    /** The slot of a string, or the free one where it would go. */
    private int slot(long hash, byte[] source, int from, int length) {
        int at = (int) (hash >>> 32) & mask;
        long slot = slots[at];
        while (slot != 0) {
            if ((int) (slot >>> 32) == (int) hash && equals((int) slot - 1, source, from, length)) {
                return at;
            }
            at = at + 1 & mask;
            slot = slots[at];
        }
        return at;
    }

    private boolean equals(int id, byte[] source, int from, int length) {
        int start = starts[id];
        return starts[id + 1] - start == length && Arrays.equals(bytes, start, start + length, source, from, from + length);
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
        if (size * 2 > slots.length) {
            grow();
        }
        return id;
    }

    private void grow() {
        slots = new long[slots.length * 2];
        mask = slots.length - 1;
        for (int id = 0; id < size; id++) {
            long hash = hash(bytes, starts[id], starts[id + 1] - starts[id]);
            int at = (int) (hash >>> 32) & mask;
            while (slots[at] != 0) {
                at = at + 1 & mask;
            }
            slots[at] = hash << 32 | id + 1;
        }
    }

    private static long hash(byte[] source, int from, int length) {
        long hash = length * MIX;
        int i = from;
        int end = from + length;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(source, i));
        }
        if (i < end) {
            hash = mixed(hash ^ tail(source, i, end));
        }
        return hash;
    }

    private static long mixed(long value) {
        long product = value * MIX;
        return product ^ product >>> 29;
    }

    private static long tail(byte[] source, int from, int end) {
        if (from + Long.BYTES <= source.length) {
            return (long) LONGS.get(source, from) & (1L << (end - from) * 8) - 1;
        }
        long value = 0;
        for (int i = from; i < end; i++) {
            value |= (source[i] & 0xffL) << (i - from) * 8;
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
            keys[id] = key(id);
        }
        new KeyedSort(keys, ids, this::compareFurther).sort();
        return ids;
    }

    /** The first eight bytes as a number whose signed order is theirs. */
    private long key(int id) {
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

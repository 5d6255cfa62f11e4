package org.traceweave.index.internal.write;

import java.util.BitSet;

/** Which buffered documents are written, and in which order: by time, source and offset. Immutable. */
final class DocumentOrder {

    private final int added;
    private final int size;
    /** The document at each place; empty where all are written as they were added. */
    private final int[] originals;

    private DocumentOrder(int added, int size, int[] originals) {
        this.added = added;
        this.size = size;
        this.originals = originals;
    }

    /**
     * @param size how many documents were added
     * @param removed those that are not to be written
     */
    static DocumentOrder of(int size, BitSet removed, long[] times, int[] sources, long[] offsets) {
        boolean sorted = removed.isEmpty();
        for (int i = 1; i < size && sorted; i++) {
            sorted = compare(i - 1, i, times, sources, offsets) <= 0;
        }
        if (sorted) {
            return new DocumentOrder(size, size, new int[0]);
        }
        int[] originals = new int[size - removed.cardinality()];
        long[] keys = new long[originals.length];
        int count = 0;
        for (int i = removed.nextClearBit(0); i < size; i = removed.nextClearBit(i + 1)) {
            originals[count] = i;
            keys[count++] = times[i];
        }
        new KeyedSort(keys, originals, (one, other) -> compare(one, other, times, sources, offsets)).sort();
        return new DocumentOrder(size, originals.length, originals);
    }

    private static int compare(int one, int other, long[] times, int[] sources, long[] offsets) {
        int order = Long.compare(times[one], times[other]);
        if (order == 0) {
            order = Integer.compare(sources[one], sources[other]);
        }
        return order == 0 ? Long.compare(offsets[one], offsets[other]) : order;
    }

    /** How many documents were added. */
    int added() {
        return added;
    }

    /** How many documents are written. */
    int size() {
        return size;
    }

    /** The document, as it was added, that is written at {@code place}. */
    int original(int place) {
        return originals.length == 0 ? place : originals[place];
    }
}

package org.traceweave.index.internal.write;

/** In which order buffered documents are written: by time, source and offset. Immutable. */
final class DocumentOrder {

    private final int size;
    /** The original document at each place; empty where they are in order already. */
    private final int[] originals;

    private DocumentOrder(int size, int[] originals) {
        this.size = size;
        this.originals = originals;
    }

    static DocumentOrder of(int size, long[] times, int[] sources, long[] offsets) {
        boolean sorted = true;
        for (int i = 1; i < size && sorted; i++) {
            sorted = compare(i - 1, i, times, sources, offsets) <= 0;
        }
        if (sorted) {
            return new DocumentOrder(size, new int[0]);
        }
        int[] originals = new int[size];
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            originals[i] = i;
            keys[i] = times[i];
        }
        new KeyedSort(keys, originals, (one, other) -> compare(one, other, times, sources, offsets)).sort();
        return new DocumentOrder(size, originals);
    }

    private static int compare(int one, int other, long[] times, int[] sources, long[] offsets) {
        int order = Long.compare(times[one], times[other]);
        if (order == 0) {
            order = Integer.compare(sources[one], sources[other]);
        }
        return order == 0 ? Long.compare(offsets[one], offsets[other]) : order;
    }

    int size() {
        return size;
    }

    /** The document, as it was added, that is written at {@code place}. */
    int original(int place) {
        return originals.length == 0 ? place : originals[place];
    }
}

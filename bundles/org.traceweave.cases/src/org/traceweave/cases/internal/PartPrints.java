package org.traceweave.cases.internal;

import java.util.Arrays;

/** The fingerprints of one part's indexed records, with their offsets, in the order of the source. For one thread at a time. */
final class PartPrints {

    private long[] prints = new long[1024];
    private long[] offsets = new long[1024];
    private int count;

    void add(long print, long offset) {
        if (count == prints.length) {
            prints = Arrays.copyOf(prints, count * 2);
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        prints[count] = print;
        offsets[count++] = offset;
    }

    int count() {
        return count;
    }

    long print(int index) {
        return prints[index];
    }

    long offset(int index) {
        return offsets[index];
    }

    long[] sorted() {
        long[] sorted = Arrays.copyOf(prints, count);
        Arrays.sort(sorted);
        return sorted;
    }
}

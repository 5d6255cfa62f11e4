package org.traceweave.index.internal.write;

/** Sorts numbers by a key each, and those of equal keys by a further comparison. */
final class KeyedSort {

    private static final int FEW = 16;

    private final long[] keys;
    private final int[] values;
    private final Comparison further;

    KeyedSort(long[] keys, int[] values, Comparison further) {
        this.keys = keys;
        this.values = values;
        this.further = further;
    }

    /** Compares what two numbers stand for. */
    @FunctionalInterface
    interface Comparison {
        int compare(int one, int other);
    }

    void sort() {
        byRadix(0, values.length, Long.SIZE - Byte.SIZE);
    }

    /** American flag sort by the byte of the keys at {@code shift}. */
    private void byRadix(int from, int to, int shift) {
        if (to - from <= FEW) {
            byInsertion(from, to);
            return;
        }
        if (shift < 0) {
            byQuicksort(from, to);
            return;
        }
        int[] ends = new int[257];
        for (int i = from; i < to; i++) {
            ends[digit(keys[i], shift) + 1]++;
        }
        int[] next = new int[256];
        int sum = from;
        for (int d = 0; d < 256; d++) {
            next[d] = sum;
            sum += ends[d + 1];
            ends[d] = sum;
        }
        for (int d = 0; d < 256; d++) {
            while (next[d] < ends[d]) {
                int target = digit(keys[next[d]], shift);
                if (target == d) {
                    next[d]++;
                } else {
                    swap(next[d], next[target]++);
                }
            }
        }
        int begin = from;
        for (int d = 0; d < 256; d++) {
            if (ends[d] - begin > 1) {
                byRadix(begin, ends[d], shift - Byte.SIZE);
            }
            begin = ends[d];
        }
    }

    private static int digit(long key, int shift) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & 0xff;
    }

    private void byInsertion(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            int value = values[i];
            int j = i - 1;
            while (j >= from && isBefore(key, value, j)) {
                keys[j + 1] = keys[j];
                values[j + 1] = values[j];
                j--;
            }
            keys[j + 1] = key;
            values[j + 1] = value;
        }
    }

    private boolean isBefore(long key, int value, int other) {
        return key != keys[other] ? key < keys[other] : further.compare(value, values[other]) < 0;
    }

    private void byQuicksort(int from, int to) {
        int low = from;
        int high = to - 1;
        while (high - low > FEW) {
            int pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (further.compare(values[i], pivot) < 0) {
                    i++;
                }
                while (further.compare(values[j], pivot) > 0) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (j - low < high - i) {
                byQuicksort(low, j + 1);
                low = i;
            } else {
                byQuicksort(i, high + 1);
                high = j;
            }
        }
        byInsertion(low, high + 1);
    }

    private void swap(int one, int other) {
        long key = keys[one];
        keys[one] = keys[other];
        keys[other] = key;
        int value = values[one];
        values[one] = values[other];
        values[other] = value;
    }
}

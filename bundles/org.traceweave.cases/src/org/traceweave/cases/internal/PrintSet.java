package org.traceweave.cases.internal;

import java.util.Arrays;

/** A set of fingerprints, for one thread, reused from part to part. */
final class PrintSet {

    private long[] slots = new long[1 << 14];
    private int size;
    private boolean zero;

    void clear() {
        if (size > 0) {
            Arrays.fill(slots, 0);
        }
        size = 0;
        zero = false;
    }

    /** @return whether it was not yet there */
    boolean add(long print) {
        if (print == 0) {
            boolean fresh = !zero;
            zero = true;
            return fresh;
        }
        int mask = slots.length - 1;
        int at = (int) print & mask;
        while (slots[at] != 0) {
            if (slots[at] == print) {
                return false;
            }
            at = at + 1 & mask;
        }
        slots[at] = print;
        if (++size > slots.length / 2) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long print : old) {
            if (print != 0) {
                int at = (int) print & mask;
                while (slots[at] != 0) {
                    at = at + 1 & mask;
                }
                slots[at] = print;
            }
        }
    }
}

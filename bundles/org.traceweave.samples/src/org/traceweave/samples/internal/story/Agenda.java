package org.traceweave.samples.internal.story;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is going to happen, in order of time; of two things at one time the one planned first comes first. Times: UTC nanoseconds. */
final class Agenda {

    private record Entry(long time, long order, Runnable action) {
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparingLong(Entry::time).thenComparingLong(Entry::order));
    private long planned;
    private long now = Long.MIN_VALUE;

    void at(long time, Runnable action) {
        entries.add(new Entry(Math.max(time, now), planned++, action));
    }

    /** The time of the next entry, or the largest number when nothing is left. */
    long next() {
        Entry entry = entries.peek();
        return entry == null ? Long.MAX_VALUE : entry.time();
    }

    /** Lets the next entry happen. */
    void run() {
        Entry entry = entries.remove();
        now = entry.time();
        entry.action().run();
    }

    /** The time of the entry that happens now. */
    long now() {
        return now;
    }
}

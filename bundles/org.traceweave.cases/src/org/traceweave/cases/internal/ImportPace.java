package org.traceweave.cases.internal;

import java.time.Duration;

/**
 * How an import is cut and how often it is secured. {@code partBytes}: what one thread reads in one go; {@code firstRefresh}: when the
 * first records can be found, after which each wait is twice the one before, up to {@code longestRefresh}; {@code commit}: how much work
 * a kill may cost.
 */
public record ImportPace(int threads, long partBytes, Duration firstRefresh, Duration longestRefresh, Duration commit) {

    private static final int THREADS = 2;

    /** What the product does. */
    public static final ImportPace ORDINARY =
            new ImportPace(THREADS, 8L << 20, Duration.ofMillis(150), Duration.ofSeconds(20), Duration.ofSeconds(15));

    private static final long LEAST_PART = 256 * 1024;

    /** The size of parts of a source: smaller ones for a small source, so that all threads have work to its end. */
    long partBytes(long sourceBytes) {
        return Math.max(Math.min(LEAST_PART, partBytes), Math.min(partBytes, sourceBytes / (4L * threads)));
    }
}

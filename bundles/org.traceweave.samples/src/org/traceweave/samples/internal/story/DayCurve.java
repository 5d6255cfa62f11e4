package org.traceweave.samples.internal.story;

import org.traceweave.model.UtcTime;

/** How a working day's traffic is spread: a morning peak, a dip at lunch, a quiet evening. Times: UTC nanoseconds. */
final class DayCurve {

    /** 06:00 to 18:00 at the site, whose zone is five hours behind UTC. */
    static final long START = UtcTime.parse("2018-10-16T11:00:00Z");
    static final long HOUR = 3600 * UtcTime.NANOS_PER_SECOND;
    static final long END = START + 12 * HOUR;

    /** Relative rate in each half hour. */
    private static final double[] RATES = {0.3, 0.5, 0.8, 1.4, 2.2, 2.4, 2.0, 1.5, 1.3, 1.3, 1.2, 1.1, 0.8, 0.9, 1.2, 1.3, 1.3, 1.2, 1.1, 1.0, 0.8,
        0.6, 0.4, 0.3};
    private static final double[] SUMS = sums();

    private DayCurve() {
    }

    private static double[] sums() {
        double[] sums = new double[RATES.length + 1];
        for (int i = 0; i < RATES.length; i++) {
            sums[i + 1] = sums[i] + RATES[i];
        }
        return sums;
    }

    /** The time cut to the millisecond, which is as fine as trace text tells it. */
    static long atMilli(long time) {
        return time - Math.floorMod(time, Wire.MILLI);
    }

    /** The time at which {@code fraction} of the day's traffic has happened. */
    static long timeAt(double fraction) {
        double wanted = Math.min(1, Math.max(0, fraction)) * SUMS[RATES.length];
        int slot = 0;
        while (slot < RATES.length - 1 && SUMS[slot + 1] < wanted) {
            slot++;
        }
        double within = Math.min(1, (wanted - SUMS[slot]) / RATES[slot]);
        return atMilli(START + (long) ((slot + within) * HOUR / 2));
    }
}

package org.traceweave.ui.certificates.internal;

import org.traceweave.model.UtcTime;
import org.traceweave.ui.Texts;

/** Spans of days in words, as validity is talked about. */
final class Days {

    private static final Texts TEXTS = new Texts(Days.class);
    private static final double SECONDS_A_DAY = 86_400;

    private Days() {
    }

    /** Days from one time to another, towards zero. */
    static long between(long from, long to) {
        return (long) (UtcTime.secondsBetween(from, to) / SECONDS_A_DAY);
    }

    /** {@code 3 days}, {@code less than a day}, {@code 4 years}: of a span without its sign. */
    static String words(long from, long to) {
        long days = Math.abs(between(from, to));
        if (days == 0) {
            return TEXTS.get("days.none");
        }
        return days == 1 ? TEXTS.get("days.one") : TEXTS.get("days.many", "days", days);
    }
}

package org.traceweave.readers.windows.internal.evtx;

import org.traceweave.readers.windows.internal.Utf8Buffer;

/** Writes FILETIME values, 100 ns since 1601, as ISO-8601 UTC with seven fraction digits. */
final class EventTimes {

    private static final long TICKS_PER_DAY = 864_000_000_000L;
    /** Days from 0000-03-01 to 1601-01-01, so that leap days end a year. */
    private static final long EPOCH = 584_694;

    private EventTimes() {
    }

    static void fileTime(Utf8Buffer out, long ticks) {
        long days = Long.divideUnsigned(ticks, TICKS_PER_DAY);
        long inDay = ticks - days * TICKS_PER_DAY;
        // Civil date from a day count, after Howard Hinnant's "chrono-compatible low-level date algorithms".
        long z = days + EPOCH;
        long era = z / 146_097;
        int dayOfEra = (int) (z - era * 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * dayOfYear + 2) / 153;
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        long year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        if (year > 9999) {
            out.decimal(year);
        } else {
            out.digits((int) year, 4);
        }
        out.ascii('-');
        out.digits(month, 2);
        out.ascii('-');
        out.digits(dayOfYear - (153 * shifted + 2) / 5 + 1, 2);
        out.ascii('T');
        int seconds = (int) (inDay / 10_000_000);
        out.digits(seconds / 3600, 2);
        out.ascii(':');
        out.digits(seconds / 60 % 60, 2);
        out.ascii(':');
        out.digits(seconds % 60, 2);
        out.ascii('.');
        out.digits((int) (inDay % 10_000_000), 7);
        out.ascii('Z');
    }
}

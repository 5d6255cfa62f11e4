package org.traceweave.readers.sip.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import org.traceweave.model.UtcTime;

/**
 * Reads dates and times of trace lines, {@code 01/18/2012} and {@code 05:00:43.101} with 3 to 7 fraction digits, as nanoseconds by the
 * clock that wrote them. Month first, unless the file shows that the day is, or the year stands first. For one thread.
 */
final class TraceTime {

    private static final long NANOS_PER_DAY = 86_400L * UtcTime.NANOS_PER_SECOND;
    private static final int[] SCALE = {100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100};

    private final boolean dayFirst;
    private long cachedKey = -1;
    private long cachedMidnight;

    TraceTime(boolean dayFirst) {
        this.dayFirst = dayFirst;
    }

    /** Whether a date can only have the day first: {@code 18/01/2012}. */
    static boolean isDayFirst(byte[] b, int from, int to) {
        int second = next(b, from, to);
        int third = second < 0 ? -1 : next(b, second, to);
        return third > 0 && second - from <= 3 && number(b, from, second - 1) > 12 && number(b, second, third - 1) <= 12;
    }

    /** Nanoseconds of midnight of that date; {@link UtcTime#UNKNOWN} if there is no such date. */
    private long midnight(byte[] b, int from, int to) {
        int second = next(b, from, to);
        int third = second < 0 ? -1 : next(b, second, to);
        if (third < 0) {
            return UtcTime.UNKNOWN;
        }
        int first = number(b, from, second - 1);
        int middle = number(b, second, third - 1);
        int last = number(b, third, to);
        long key = (first * 10_000L + last) * 10_000 + middle;
        if (key != cachedKey) {
            cachedMidnight = midnight(first, middle, last, second - 1 - from);
            cachedKey = key;
        }
        return cachedMidnight;
    }

    private long midnight(int first, int middle, int last, int firstDigits) {
        boolean yearFirst = firstDigits > 2 || first > 31;
        boolean swapped = !yearFirst && (dayFirst ? middle <= 12 : first > 12);
        int year = yearFirst ? first : last;
        int month = yearFirst || swapped ? middle : first;
        int day = yearFirst ? last : swapped ? first : middle;
        int fullYear = year < 100 ? 2000 + year : year;
        if (month < 1 || month > 12 || fullYear < 1700 || fullYear > 2260 || day < 1 || day > YearMonth.of(fullYear, month).lengthOfMonth()) {
            return UtcTime.UNKNOWN;
        }
        return LocalDate.of(fullYear, month, day).toEpochDay() * NANOS_PER_DAY;
    }

    /** Nanoseconds since 1970 by the writing clock; {@link UtcTime#UNKNOWN} for a date or time that does not exist. */
    long read(byte[] b, int dateFrom, int dateTo, int timeFrom, int timeTo) {
        long midnight = midnight(b, dateFrom, dateTo);
        int at = timeFrom;
        int hour = b[at++] - '0';
        if (b[at] != ':') {
            hour = hour * 10 + b[at++] - '0';
        }
        at++;
        int minute = (b[at] - '0') * 10 + b[at + 1] - '0';
        int second = (b[at + 3] - '0') * 10 + b[at + 4] - '0';
        at += 6;
        int fraction = number(b, at, timeTo) * SCALE[Math.min(SCALE.length, timeTo - at) - 1];
        if (midnight == UtcTime.UNKNOWN || hour > 23 || minute > 59 || second > 60) {
            return UtcTime.UNKNOWN;
        }
        return midnight + (hour * 3600L + minute * 60 + second) * UtcTime.NANOS_PER_SECOND + fraction;
    }

    /** Behind the next mark that separates parts of a date; -1 if there is none. */
    private static int next(byte[] b, int from, int to) {
        for (int at = from; at < to; at++) {
            if (b[at] < '0' || b[at] > '9') {
                return at + 1;
            }
        }
        return -1;
    }

    private static int number(byte[] b, int from, int to) {
        int value = 0;
        for (int at = from; at < to; at++) {
            value = value * 10 + b[at] - '0';
        }
        return value;
    }
}

package org.traceweave.readers.windows.internal;

import java.nio.charset.StandardCharsets;
import org.traceweave.model.UtcTime;

/** Reads SystemTime: ISO-8601, UTC, with up to nine fraction digits. */
final class EventTimeText {

    private static final int SECONDS_LENGTH = 19;

    private EventTimeText() {
    }

    /** UTC nanoseconds; {@link UtcTime#UNKNOWN} where the text is no time. */
    static long parse(byte[] text, int from, int to) {
        if (to - from < SECONDS_LENGTH + 1 || text[to - 1] != 'Z' || text[from + 4] != '-' || text[from + 10] != 'T') {
            return SystemFields.time(new String(text, from, Math.max(0, to - from), StandardCharsets.UTF_8).trim());
        }
        int year = digits(text, from, 4);
        int month = digits(text, from + 5, 2);
        int day = digits(text, from + 8, 2);
        int hour = digits(text, from + 11, 2);
        int minute = digits(text, from + 14, 2);
        int second = digits(text, from + 17, 2);
        if ((year | month | day | hour | minute | second) < 0 || year < 1685 || year > 2254 || month < 1 || month > 12 || day < 1
                || day > 31 || hour > 23 || minute > 59 || second > 60) {
            return UtcTime.UNKNOWN;
        }
        long fraction = 0;
        if (text[from + SECONDS_LENGTH] == '.') {
            int count = to - 1 - (from + SECONDS_LENGTH + 1);
            if (count < 1 || count > 9) {
                return UtcTime.UNKNOWN;
            }
            fraction = digits(text, from + SECONDS_LENGTH + 1, count);
            if (fraction < 0) {
                return UtcTime.UNKNOWN;
            }
            for (int i = count; i < 9; i++) {
                fraction *= 10;
            }
        }
        // Days since 1970, after Howard Hinnant's "chrono-compatible low-level date algorithms".
        int shifted = month <= 2 ? year - 1 : year;
        int era = shifted / 400;
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long days = era * 146_097L + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
        return ((days * 24 + hour) * 60 + minute) * 60 * UtcTime.NANOS_PER_SECOND + second * UtcTime.NANOS_PER_SECOND + fraction;
    }

    private static int digits(byte[] text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}

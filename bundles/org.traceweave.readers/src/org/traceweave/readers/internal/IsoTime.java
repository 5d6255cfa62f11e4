package org.traceweave.readers.internal;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.traceweave.model.UtcTime;

/** Reads an ISO-8601 time at the beginning of a line: {@code 2018-01-14T11:24:35.123Z}, with {@code T} or a blank, with or without zone. */
final class IsoTime {

    /** UTC nanoseconds, or local ones where {@link #zoned} is false; {@link UtcTime#UNKNOWN} if no time was found. */
    long nanos;
    boolean zoned;
    private int at;

    /** Looks for a time at {@code from}, behind an opening bracket or quote if there is one. */
    boolean read(byte[] b, int from, int to) {
        nanos = UtcTime.UNKNOWN;
        zoned = false;
        at = from < to && (b[from] == '[' || b[from] == '"' || b[from] == '(') ? from + 1 : from;
        if (to - at < 16 || b[at + 4] != '-' || b[at + 7] != '-' || b[at + 10] != 'T' && b[at + 10] != ' ' || b[at + 13] != ':') {
            return false;
        }
        int year = number(b, at, 4);
        int month = number(b, at + 5, 2);
        int day = number(b, at + 8, 2);
        int hour = number(b, at + 11, 2);
        int minute = number(b, at + 14, 2);
        at += 16;
        int second = 0;
        if (at + 3 <= to && b[at] == ':') {
            second = number(b, at + 1, 2);
            at += 3;
        }
        if ((year | month | day | hour | minute | second) < 0) {
            return false;
        }
        int fraction = fraction(b, to);
        int zone = zone(b, to);
        try {
            nanos = UtcTime.of(LocalDateTime.of(year, month, day, hour, minute, second, fraction).toInstant(ZoneOffset.UTC))
                    - zone * UtcTime.NANOS_PER_SECOND;
            return true;
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private int fraction(byte[] b, int to) {
        if (at + 1 >= to || b[at] != '.' && b[at] != ',' || !isDigit(b[at + 1])) {
            return 0;
        }
        at++;
        int value = 0;
        int digits = 0;
        while (at < to && isDigit(b[at])) {
            if (digits < 9) {
                value = value * 10 + b[at] - '0';
                digits++;
            }
            at++;
        }
        while (digits++ < 9) {
            value *= 10;
        }
        return value;
    }

    /** Seconds east of Greenwich. */
    private int zone(byte[] b, int to) {
        if (at < to && b[at] == 'Z') {
            zoned = true;
            return 0;
        }
        if (at + 5 > to || b[at] != '+' && b[at] != '-') {
            return 0;
        }
        boolean colon = b[at + 3] == ':';
        int hours = number(b, at + 1, 2);
        int minutes = at + (colon ? 6 : 5) <= to ? number(b, at + (colon ? 4 : 3), 2) : -1;
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return 0;
        }
        zoned = true;
        return (b[at] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    }

    private static int number(byte[] b, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            if (!isDigit(b[i])) {
                return -1;
            }
            value = value * 10 + b[i] - '0';
        }
        return value;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}

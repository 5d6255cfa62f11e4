package org.traceweave.index.internal.query;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

/**
 * Points in time as people write them in queries: {@code 2018-01-14}, {@code 2018-01-14T11}, {@code 2018-01-14T11:24:35.123}, in UTC
 * unless {@code Z} or {@code +01:00} follows. What is left out makes it a stretch: a day, an hour, a minute, a second.
 */
final class TimeWords {

    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-(\\d{2})(?:-(\\d{2})(?:[Tt](\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?)?)?)?([Zz]|[+-]\\d{2}(?::?\\d{2})?)?");

    private TimeWords() {
    }

    /** The stretch that {@code word} names; empty if it names none. */
    static Optional<TimeRange> stretch(String word) {
        Matcher form = FORM.matcher(word);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime from = LocalDateTime.of(number(form, 1, 1), number(form, 2, 1), number(form, 3, 1), number(form, 4, 0), number(form, 5, 0),
                    number(form, 6, 0));
            ZoneOffset zone = form.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(form.group(8).toUpperCase(Locale.ROOT));
            String fraction = form.group(7);
            if (fraction != null) {
                long nanos = UtcTime.of(from.toInstant(zone)) + Long.parseLong((fraction + "00000000").substring(0, 9));
                return Optional.of(new TimeRange(nanos, nanos + power(9 - fraction.length())));
            }
            return Optional.of(new TimeRange(UtcTime.of(from.toInstant(zone)), UtcTime.of(from.plus(1, unit(form)).toInstant(zone))));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static ChronoUnit unit(Matcher form) {
        if (form.group(6) != null) {
            return ChronoUnit.SECONDS;
        }
        if (form.group(5) != null) {
            return ChronoUnit.MINUTES;
        }
        if (form.group(4) != null) {
            return ChronoUnit.HOURS;
        }
        return form.group(3) != null ? ChronoUnit.DAYS : ChronoUnit.MONTHS;
    }

    private static int number(Matcher form, int group, int otherwise) {
        return form.group(group) == null ? otherwise : Integer.parseInt(form.group(group));
    }

    private static long power(int zeros) {
        long power = 1;
        for (int i = 0; i < zeros; i++) {
            power *= 10;
        }
        return power;
    }
}

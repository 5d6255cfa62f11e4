package org.traceweave.charts.internal;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.traceweave.model.UtcTime;

/**
 * A step between the ticks of a time axis, from microseconds to decades, with as much of the time as tells its ticks apart. Ticks stand at round times
 * of the zone.
 */
record TickStep(long amount, ChronoUnit unit, DateTimeFormatter format) {

    private static final long NANOS_PER_DAY = 86_400 * UtcTime.NANOS_PER_SECOND;
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    private static final TickStep[] ALL = {
        micros(10), micros(20), micros(50), micros(100), micros(200), micros(500),
        millis(1), millis(2), millis(5), millis(10), millis(20), millis(50), millis(100), millis(200), millis(500),
        of(1, ChronoUnit.SECONDS, "HH:mm:ss"), of(2, ChronoUnit.SECONDS, "HH:mm:ss"), of(5, ChronoUnit.SECONDS, "HH:mm:ss"),
        of(10, ChronoUnit.SECONDS, "HH:mm:ss"), of(15, ChronoUnit.SECONDS, "HH:mm:ss"), of(30, ChronoUnit.SECONDS, "HH:mm:ss"),
        of(1, ChronoUnit.MINUTES, "HH:mm"), of(2, ChronoUnit.MINUTES, "HH:mm"), of(5, ChronoUnit.MINUTES, "HH:mm"),
        of(10, ChronoUnit.MINUTES, "HH:mm"), of(15, ChronoUnit.MINUTES, "HH:mm"), of(30, ChronoUnit.MINUTES, "HH:mm"),
        of(1, ChronoUnit.HOURS, "HH:mm"), of(2, ChronoUnit.HOURS, "HH:mm"), of(3, ChronoUnit.HOURS, "HH:mm"), of(6, ChronoUnit.HOURS, "HH:mm"),
        of(12, ChronoUnit.HOURS, "HH:mm"), of(1, ChronoUnit.DAYS, "MM-dd"), of(2, ChronoUnit.DAYS, "MM-dd"), of(7, ChronoUnit.DAYS, "MM-dd"),
        of(14, ChronoUnit.DAYS, "MM-dd"), of(1, ChronoUnit.MONTHS, "uuuu-MM"), of(3, ChronoUnit.MONTHS, "uuuu-MM"),
        of(6, ChronoUnit.MONTHS, "uuuu-MM"), of(1, ChronoUnit.YEARS, "uuuu"), of(2, ChronoUnit.YEARS, "uuuu"), of(5, ChronoUnit.YEARS, "uuuu"),
        of(10, ChronoUnit.YEARS, "uuuu"), of(50, ChronoUnit.YEARS, "uuuu")};

    private static TickStep micros(int amount) {
        return of(amount, ChronoUnit.MICROS, "HH:mm:ss.SSSSSS");
    }

    private static TickStep millis(int amount) {
        return of(amount, ChronoUnit.MILLIS, "HH:mm:ss.SSS");
    }

    private static TickStep of(int amount, ChronoUnit unit, String pattern) {
        return new TickStep(amount, unit, DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    /** The finest step that is at least so many nanoseconds long. */
    static TickStep atLeast(double nanos) {
        for (TickStep step : ALL) {
            if (step.nanos() >= nanos) {
                return step;
            }
        }
        return ALL[ALL.length - 1];
    }

    double nanos() {
        return amount * (unit.getDuration().getSeconds() * 1e9 + unit.getDuration().getNano());
    }

    /** The last round time at or before {@code time}, in the time of the zone. */
    LocalDateTime floor(long time, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(UtcTime.instant(time), zone);
        return switch (unit) {
            case YEARS -> LocalDateTime.of((int) (local.getYear() - Math.floorMod((long) local.getYear(), amount)), 1, 1, 0, 0);
            case MONTHS -> LocalDateTime.of(local.getYear(), (int) (local.getMonthValue() - (local.getMonthValue() - 1) % amount), 1, 0, 0);
            case DAYS -> {
                long day = local.toLocalDate().toEpochDay();
                yield LocalDateTime.ofEpochSecond((day - Math.floorMod(day, amount)) * 86_400, 0, ZoneOffset.UTC);
            }
            default -> {
                long step = (long) nanos();
                long ofDay = local.toLocalTime().toNanoOfDay() % NANOS_PER_DAY;
                yield local.truncatedTo(ChronoUnit.DAYS).plusNanos(ofDay - ofDay % step);
            }
        };
    }

    LocalDateTime next(LocalDateTime tick) {
        LocalDateTime next = tick.plus(amount, unit);
        // Hours begin anew each day, so that noon is a tick wherever there are several of them.
        return unit.isTimeBased() && !next.toLocalDate().equals(tick.toLocalDate()) ? next.truncatedTo(ChronoUnit.DAYS) : next;
    }

    /** Whether its ticks say nothing of the day. */
    boolean isWithinDay() {
        return unit.isTimeBased();
    }
}

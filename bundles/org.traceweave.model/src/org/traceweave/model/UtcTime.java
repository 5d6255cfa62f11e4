package org.traceweave.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Points in time as UTC nanoseconds since 1970-01-01 in a {@code long}, and their text with exactly seven fraction digits:
 * {@code 2018-01-14T11:24:35.1230000Z}.
 *
 * <p>Nanoseconds reach from 1684 to 2255. Certificates are valid until 9999, so beyond these years one step of the number stands for one
 * second: order is kept, and {@link #of}, {@link #instant}, {@link #format} and {@link #secondsBetween} know it; do no other arithmetic there.
 */
public final class UtcTime {

    /** No time is known. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    public static final long NANOS_PER_SECOND = 1_000_000_000L;

    private static final long FILETIME_EPOCH_SECONDS = 11_644_473_600L;
    /** The last and, negative, the first second that is counted in nanoseconds. */
    private static final long EXACT_SECONDS = 9_000_000_000L;
    private static final long EXACT_NANOS = EXACT_SECONDS * NANOS_PER_SECOND;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private UtcTime() {
    }

    public static String format(long nanos) {
        long seconds = seconds(nanos);
        long ticks = far(nanos) ? 0 : Math.floorMod(nanos, NANOS_PER_SECOND) / 100;
        String fraction = Long.toString(10_000_000L + ticks).substring(1);
        return SECONDS.format(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC)) + "." + fraction + "Z";
    }

    /** Reads any ISO-8601 instant, with any number of fraction digits. @throws DateTimeException if the text is none */
    public static long parse(String text) {
        return of(Instant.parse(text));
    }

    public static long of(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (seconds >= EXACT_SECONDS) {
            return EXACT_NANOS + (seconds - EXACT_SECONDS);
        }
        if (seconds < -EXACT_SECONDS) {
            return -EXACT_NANOS + (seconds + EXACT_SECONDS);
        }
        return seconds * NANOS_PER_SECOND + instant.getNano();
    }

    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(seconds(nanos), far(nanos) ? 0 : Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    /** A Windows FILETIME: 100 ns ticks since 1601-01-01 UTC. Out-of-range values give {@link #UNKNOWN}. */
    public static long ofFileTime(long ticks) {
        long seconds = Long.divideUnsigned(ticks, 10_000_000L) - FILETIME_EPOCH_SECONDS;
        if (ticks == 0 || Math.abs(seconds) > 9_000_000_000L) {
            return UNKNOWN;
        }
        return seconds * NANOS_PER_SECOND + Long.remainderUnsigned(ticks, 10_000_000L) * 100;
    }

    public static double secondsBetween(long from, long to) {
        if (far(from) || far(to)) {
            return seconds(to) - seconds(from);
        }
        return (to - from) / (double) NANOS_PER_SECOND;
    }

    private static boolean far(long nanos) {
        return nanos >= EXACT_NANOS || nanos < -EXACT_NANOS;
    }

    private static long seconds(long nanos) {
        if (nanos >= EXACT_NANOS) {
            return EXACT_SECONDS + (nanos - EXACT_NANOS);
        }
        if (nanos < -EXACT_NANOS) {
            return -EXACT_SECONDS + (nanos + EXACT_NANOS);
        }
        return Math.floorDiv(nanos, NANOS_PER_SECOND);
    }
}

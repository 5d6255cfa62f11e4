package org.traceweave.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Points in time as UTC nanoseconds since 1970-01-01 in a {@code long} (good from 1677 to 2262), and their text with exactly seven
 * fraction digits: {@code 2018-01-14T11:24:35.1230000Z}.
 */
public final class UtcTime {

    /** No time is known. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    public static final long NANOS_PER_SECOND = 1_000_000_000L;

    private static final long FILETIME_EPOCH_SECONDS = 11_644_473_600L;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private UtcTime() {
    }

    public static String format(long nanos) {
        long seconds = Math.floorDiv(nanos, NANOS_PER_SECOND);
        long ticks = Math.floorMod(nanos, NANOS_PER_SECOND) / 100;
        String fraction = Long.toString(10_000_000L + ticks).substring(1);
        return SECONDS.format(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC)) + "." + fraction + "Z";
    }

    /** Reads any ISO-8601 instant, with any number of fraction digits. @throws DateTimeException if the text is none */
    public static long parse(String text) {
        return of(Instant.parse(text));
    }

    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
    }

    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
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
        return (to - from) / (double) NANOS_PER_SECOND;
    }
}

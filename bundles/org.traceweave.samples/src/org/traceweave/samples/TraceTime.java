package org.traceweave.samples;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes points in time (UTC nanoseconds) the way trace lines do, {@code MM/DD/YYYY} and {@code hh:mm:ss.fff}, without making
 * garbage. The day is worked out anew only when it changes.
 */
final class TraceTime {

    private static final long DAY = 86_400_000_000_000L;

    private long day = Long.MIN_VALUE;
    private byte[] date = {};

    void date(ByteText out, long nanos) {
        long wanted = Math.floorDiv(nanos, DAY);
        if (wanted != day) {
            day = wanted;
            LocalDateTime at = LocalDateTime.ofEpochSecond(wanted * 86_400, 0, ZoneOffset.UTC);
            date = new ByteText(10).padded(at.getMonthValue(), 2).octet('/').padded(at.getDayOfMonth(), 2).octet('/')
                    .padded(at.getYear(), 4).toBytes();
        }
        out.raw(date);
    }

    static void time(ByteText out, long nanos) {
        long millis = Math.floorMod(nanos, DAY) / 1_000_000;
        out.padded(millis / 3_600_000, 2).octet(':').padded(millis / 60_000 % 60, 2).octet(':').padded(millis / 1000 % 60, 2)
                .octet('.').padded(millis % 1000, 3);
    }
}

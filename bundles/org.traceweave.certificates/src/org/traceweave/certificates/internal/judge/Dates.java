package org.traceweave.certificates.internal.judge;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.traceweave.model.UtcTime;

/** Times as verdicts print them. */
final class Dates {

    private Dates() {
    }

    /** {@code 2028-03-01 00:00:00}, UTC. */
    static String text(long nanos) {
        return UtcTime.format(nanos).substring(0, 19).replace('T', ' ');
    }

    /** The start of a day in UTC nanoseconds. */
    static long start(LocalDate day) {
        return UtcTime.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}

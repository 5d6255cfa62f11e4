package org.traceweave.analysis.internal.windows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.traceweave.cases.Case;
import org.traceweave.model.UtcTime;

/** The clocks of a case's hosts: by how much each is off, and how far the times of two of them may disagree after that. */
final class HostClocks {

    /** What a clock that was not measured may be off: machines of a domain keep each other within seconds. */
    static final double UNMEASURED_SECONDS = 5;
    /** A clock known no better than this is of no use for matching; identities need a window with an end. */
    private static final double MOST_SECONDS = 120;

    private record Known(double skew, double uncertainty) {
    }

    private final Case source;
    private final Map<String, Known> known = new HashMap<>();

    HostClocks(Case source) {
        this.source = source;
    }

    private Known of(String host) {
        return known.computeIfAbsent(host, name -> {
            double uncertainty = source.skewUncertaintySeconds(name);
            return new Known(source.skewSeconds(name), Double.isFinite(uncertainty) ? Math.min(MOST_SECONDS, uncertainty) : UNMEASURED_SECONDS);
        });
    }

    /** Nanoseconds to take from a time that this host wrote. */
    long correction(Optional<String> host) {
        return host.map(name -> (long) (of(name).skew * UtcTime.NANOS_PER_SECOND)).orElse(0L);
    }

    /** How many nanoseconds two hosts' corrected times may be apart though they mean the same instant; 0 for one and the same clock. */
    long uncertainty(Optional<String> one, Optional<String> other) {
        if (one.isPresent() && one.equals(other)) {
            return 0;
        }
        double seconds = one.map(name -> of(name).uncertainty).orElse(UNMEASURED_SECONDS)
                + other.map(name -> of(name).uncertainty).orElse(UNMEASURED_SECONDS);
        return (long) (Math.min(MOST_SECONDS, seconds) * UtcTime.NANOS_PER_SECOND);
    }
}

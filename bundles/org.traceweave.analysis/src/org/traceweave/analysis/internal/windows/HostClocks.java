package org.traceweave.analysis.internal.windows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.traceweave.cases.Case;
import org.traceweave.model.UtcTime;

/** The clocks of a case's hosts: by how much each is off, and how far the times of two of them may disagree after that. */
final class HostClocks {

    /** What a clock that was not measured may be off: machines of a domain keep each other within seconds. */
    static final double UNMEASURED_SECONDS = 5;
    /** A clock known no better than this is of no use for matching; identities need a window with an end. */
    private static final double MOST_SECONDS = 120;

    /** A host's clock minus true time, and how far that may be wrong; infinite where nobody measured. */
    record Measured(double skewSeconds, double uncertaintySeconds) {

        double uncertainty() {
            return Double.isFinite(uncertaintySeconds) ? Math.min(MOST_SECONDS, uncertaintySeconds) : UNMEASURED_SECONDS;
        }
    }

    private final Function<String, Measured> measuring;
    private final Map<String, Measured> known = new HashMap<>();

    HostClocks(Case source) {
        this(host -> new Measured(source.skewSeconds(host), source.skewUncertaintySeconds(host)));
    }

    HostClocks(Function<String, Measured> measuring) {
        this.measuring = measuring;
    }

    private Measured of(String host) {
        return known.computeIfAbsent(host, measuring);
    }

    /** Nanoseconds to take from a time that this host wrote. */
    long correction(Optional<String> host) {
        return host.map(name -> (long) (of(name).skewSeconds() * UtcTime.NANOS_PER_SECOND)).orElse(0L);
    }

    /** How many nanoseconds two hosts' corrected times may be apart though they mean the same instant; 0 for one and the same clock. */
    long uncertainty(Optional<String> one, Optional<String> other) {
        if (one.isPresent() && one.equals(other)) {
            return 0;
        }
        double seconds = one.map(name -> of(name).uncertainty()).orElse(UNMEASURED_SECONDS)
                + other.map(name -> of(name).uncertainty()).orElse(UNMEASURED_SECONDS);
        return (long) (Math.min(MOST_SECONDS, seconds) * UtcTime.NANOS_PER_SECOND);
    }
}

package org.traceweave.charts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.traceweave.model.Clock;
import org.traceweave.model.ClockBasis;
import org.traceweave.model.Source;
import org.traceweave.model.UtcTime;

/**
 * Where a time that a host wrote may truly lie, by what the sources tell of that host's clock: the best measured of its clocks counts. A host
 * of which nothing was measured is taken to be right. Immutable. Times: UTC nanoseconds.
 */
public final class HostClocks {

    public static final HostClocks RIGHT = new HostClocks(Map.of());

    private static final double WORTH_SAYING_SECONDS = 0.05;

    private final Map<String, Clock> clocks;

    private HostClocks(Map<String, Clock> clocks) {
        this.clocks = clocks;
    }

    public static HostClocks of(Collection<Source> sources) {
        Map<String, Clock> best = new HashMap<>();
        for (Source source : sources) {
            for (Clock clock : source.clocks()) {
                if (clock.basis() != ClockBasis.ASSUMED && isOff(clock)) {
                    best.merge(clock.host(), clock, (one, other) -> other.uncertaintySeconds() < one.uncertaintySeconds() ? other : one);
                }
            }
        }
        return new HostClocks(Map.copyOf(best));
    }

    private static boolean isOff(Clock clock) {
        return Math.abs(clock.skewSeconds()) >= WORTH_SAYING_SECONDS || clock.uncertaintySeconds() >= WORTH_SAYING_SECONDS;
    }

    /** What is known of a host's clock, if it is off or may be. */
    public Optional<Clock> of(String host) {
        return Optional.ofNullable(clocks.get(host));
    }

    /** A mark of something that {@code host} wrote down, with the span in which it may truly lie. */
    public TimelineMark placed(TimelineMark mark, Optional<String> host) {
        Optional<Clock> clock = host.flatMap(this::of);
        if (clock.isEmpty()) {
            return mark;
        }
        long centre = mark.from() - nanos(clock.get().skewSeconds());
        long reach = nanos(Math.abs(clock.get().uncertaintySeconds()));
        return mark.within(centre - reach, centre + reach);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * UtcTime.NANOS_PER_SECOND);
    }
}

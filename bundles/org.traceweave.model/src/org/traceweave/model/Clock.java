package org.traceweave.model;

/**
 * What is known of one host's clock in one source. Seconds: {@code offsetSeconds} is written time minus UTC by its zone,
 * {@code skewSeconds} what remains: host clock minus true time.
 */
public record Clock(
        String host,
        double offsetSeconds,
        double skewSeconds,
        double uncertaintySeconds,
        ClockBasis basis) {
}

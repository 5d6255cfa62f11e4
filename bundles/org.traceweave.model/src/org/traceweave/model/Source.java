package org.traceweave.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One imported file (or member of an archive) and how far it can be trusted. Times are UTC nanoseconds. */
public record Source(
        String source,
        Optional<String> format,
        SourceStatus status,
        Optional<String> sha256,
        long bytes,
        long records,
        long recovered,
        List<String> hosts,
        OptionalLong first,
        OptionalLong last,
        List<Clock> clocks,
        List<Gap> gaps,
        List<Damage> damage,
        long duplicates) {

    public Source {
        hosts = List.copyOf(hosts);
        clocks = List.copyOf(clocks);
        gaps = List.copyOf(gaps);
        damage = List.copyOf(damage);
    }
}

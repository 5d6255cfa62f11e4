package org.traceweave.analysis;

import java.util.List;
import java.util.Optional;

/**
 * One way of a message from one participant to the next: an arrow of the ladder. {@code from}, {@code to}: ids of participants. {@code
 * sightings}: what sender and receiver logged of it, in order of time; none where only a later Via header tells of it. {@code lost}: the
 * receiver traced at that time, but has no record of it.
 */
public record FlowHop(
        String from,
        String to,
        long time,
        List<FlowSighting> sightings,
        boolean lost) {

    public FlowHop {
        sightings = List.copyOf(sightings);
    }

    /** What the sender logged. */
    public Optional<FlowSighting> sent() {
        return sightings.stream().filter(FlowSighting::sent).findFirst();
    }

    /** What the receiver logged. */
    public Optional<FlowSighting> received() {
        return sightings.stream().filter(sighting -> !sighting.sent()).findFirst();
    }
}

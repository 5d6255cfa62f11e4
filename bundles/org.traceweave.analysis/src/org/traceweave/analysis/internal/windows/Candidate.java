package org.traceweave.analysis.internal.windows;

import java.util.List;
import org.traceweave.model.UtcTime;

/**
 * An event that names an identity of an incident, at a time at which it can be about it. {@code distance}: from the event to the time the
 * incident lasted; {@code slack}: how far both clocks may disagree; nanoseconds.
 */
record Candidate(JudgedEvent event, Incident incident, Place place, List<Join> joins, long distance, long slack) {

    private static final long RIGHT_BESIDE = 5 * UtcTime.NANOS_PER_SECOND;

    Candidate {
        joins = List.copyOf(joins);
    }

    boolean isRightBeside() {
        return distance <= RIGHT_BESIDE + slack;
    }

    /** The strongest identity in full, each further one as half of what it is worth. */
    double identity() {
        double strongest = joins.stream().mapToDouble(Join::weight).max().orElse(0);
        return strongest + (joins.stream().mapToDouble(Join::weight).sum() - strongest) / 2;
    }
}

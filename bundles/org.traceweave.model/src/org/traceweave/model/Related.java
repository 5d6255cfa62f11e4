package org.traceweave.model;

import java.util.List;

/**
 * A record beside a sign-in. {@code deltaSeconds}: its time minus the attempt's end, after skew correction; {@code
 * confidence}: 0 to 1; {@code grounds}: what it is made of.
 */
public record Related(
        RelatedKind kind,
        Relation relation,
        double confidence,
        double deltaSeconds,
        Evidence evidence,
        List<RelationGround> grounds) {

    public Related {
        grounds = List.copyOf(grounds);
    }
}

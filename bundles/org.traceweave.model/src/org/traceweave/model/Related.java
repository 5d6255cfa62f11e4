package org.traceweave.model;

/**
 * A record beside a sign-in. {@code deltaSeconds}: its time minus the attempt's end, after skew correction; {@code
 * confidence}: 0 to 1.
 */
public record Related(
        RelatedKind kind,
        Relation relation,
        double confidence,
        double deltaSeconds,
        Evidence evidence) {
}

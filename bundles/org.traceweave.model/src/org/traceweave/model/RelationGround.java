package org.traceweave.model;

/**
 * One reason to tie a record to a sign-in: what both name, its value, and what it adds to the confidence, 0 to 1 (negative where it
 * lowers it, as a host's constant noise does). The weights of a {@link Related}'s grounds unfold its confidence.
 */
public record RelationGround(
        RelationJoin join,
        String value,
        double weight) {
}

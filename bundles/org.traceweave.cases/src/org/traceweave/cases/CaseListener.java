package org.traceweave.cases;

/** Hears what changes in an open case. Called from whatever thread made the change; must return quickly. */
public interface CaseListener {

    /** Sources were added, got on, ended, or are told differently: status, counts, clocks. */
    default void sourcesChanged() {
    }

    /** A new snapshot would find other records than the last one. */
    default void recordsChanged() {
    }
}

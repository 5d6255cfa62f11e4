package org.traceweave.ui;

/** Hears what happens to the case of a window. Called on the UI thread. */
public interface CaseSessionListener {

    /** Another case was opened, or the case was closed or got another name. */
    default void caseChanged() {
    }

    /** Sources were added or are told differently. */
    default void sourcesChanged() {
    }

    /** A new snapshot would find other records. Called a few times a second at most. */
    default void recordsChanged() {
    }

    /** The analysis got on. */
    default void answersChanged() {
    }

    /** An import began, got on, or ended. */
    default void importChanged() {
    }
}

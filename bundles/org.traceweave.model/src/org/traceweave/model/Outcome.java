package org.traceweave.model;

/** How a sign-in attempt ended. */
public enum Outcome implements Worded {
    /** Registered. */
    SUCCEEDED("succeeded"),
    /** Refused, or broken off with a stated reason. */
    FAILED("failed"),
    /** The client stopped answering a challenge. */
    ABANDONED("abandoned"),
    /** A request got no answer. */
    TIMED_OUT("timed-out"),
    /** The trace ends before the attempt does. */
    OPEN("open");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

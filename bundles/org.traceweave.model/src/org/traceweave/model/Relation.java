package org.traceweave.model;

/** How a record is tied to a sign-in. */
public enum Relation implements Worded {
    /** Joined by an identity both name. */
    EXPLAINS("explains"),
    /** By time alone. */
    COINCIDENT("coincident");

    private final String word;

    Relation(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

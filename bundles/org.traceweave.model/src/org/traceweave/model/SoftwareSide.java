package org.traceweave.model;

/** A side of a sign-in. */
public enum SoftwareSide implements Worded {
    CLIENT("client"),
    SERVER("server");

    private final String word;

    SoftwareSide(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

package org.traceweave.model;

/** How grave the source says a record is. */
public enum Level implements Worded {
    /** The component cannot go on. */
    FATAL("fatal"),
    /** An operation failed. */
    ERROR("error"),
    /** Something unexpected that was survived. */
    WARNING("warning"),
    /** The ordinary course of things. */
    INFO("info"),
    /** Detail. */
    VERBOSE("verbose"),
    /** Detail for the component's own developers. */
    DEBUG("debug");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

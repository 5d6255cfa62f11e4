package org.traceweave.model;

/** How far a source has been read. */
public enum SourceStatus implements Worded {
    /** Not begun. */
    PENDING("pending"),
    /** Being read. */
    IMPORTING("importing"),
    /** Read to its end without damage. */
    COMPLETE("complete"),
    /** Read, but something in it could not be. */
    PARTIAL("partial"),
    /** Could not be read at all. */
    FAILED("failed"),
    /** No installed reader knows its format. */
    UNRECOGNISED("unrecognised");

    private final String word;

    SourceStatus(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

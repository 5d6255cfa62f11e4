package org.traceweave.model;

/** Why records are known to be missing. */
public enum GapKind implements Worded {
    /** Sequence numbers jump. */
    SEQUENCE("sequence"),
    /** Event record ids jump. */
    RECORD_ID("record-id"),
    /** Nothing for an unusual time. */
    TIME("time"),
    /** The logging agent lowered a component's level. */
    THROTTLED("throttled"),
    /** The export was filtered when it was made. */
    FILTERED_EXPORT("filtered-export");

    private final String word;

    GapKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

package org.traceweave.model;

/** How a clock's offset is known. */
public enum ClockBasis implements Worded {
    /** The format says so. */
    DECLARED("declared"),
    /** Measured from the GMT Date header of 401 answers. */
    DATE_HEADER("date-header"),
    /** Measured from the FILETIME in NTLM challenges. */
    NTLM_FILETIME("ntlm-filetime"),
    /** Measured from one message seen on two hosts. */
    MATCHED_MESSAGES("matched-messages"),
    /** Not measured. */
    ASSUMED("assumed"),
    /** Set by the user. */
    USER("user");

    private final String word;

    ClockBasis(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

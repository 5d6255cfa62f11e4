package org.traceweave.readers.sip;

/** Which way a message went, as the host sees it that logged it. */
public enum SipDirection {
    /** Received. */
    IN("in"),
    /** Sent. */
    OUT("out");

    private final String word;

    SipDirection(String word) {
        this.word = word;
    }

    /** The word of the field {@code direction}. */
    public String word() {
        return word;
    }
}

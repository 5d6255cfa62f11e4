package org.traceweave.model;

/** How much a finding matters. */
public enum Severity implements Worded {
    /** It stops a sign-in. */
    CRITICAL("critical"),
    /** It is wrong, or about to be. */
    WARNING("warning"),
    /** Worth knowing. */
    INFO("info"),
    /** Looked for and not found. */
    OK("ok"),
    /** Could not be looked for; the finding says what was missing. */
    NOT_APPLICABLE("not-applicable");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

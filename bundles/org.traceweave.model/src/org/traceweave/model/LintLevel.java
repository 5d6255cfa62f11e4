package org.traceweave.model;

/** How grave a lint is. */
public enum LintLevel implements Worded {
    /** A rule is broken. */
    ERROR("error"),
    /** Advised against. */
    WARNING("warning"),
    /** Worth knowing. */
    INFO("info"),
    /** The rule was not yet in force at the certificate's date. */
    NOT_EFFECTIVE("not-effective");

    private final String word;

    LintLevel(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

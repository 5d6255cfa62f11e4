package org.traceweave.model;

/** What is wrong with bytes of a source. */
public enum DamageKind implements Worded {
    /** They end early. */
    TRUNCATED("truncated"),
    /** Their checksum does not match. */
    CHECKSUM("checksum"),
    /** They make no sense in the format. */
    UNREADABLE("unreadable"),
    /** They are no valid text in the encoding. */
    BAD_ENCODING("bad-encoding");

    private final String word;

    DamageKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

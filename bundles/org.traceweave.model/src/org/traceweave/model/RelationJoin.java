package org.traceweave.model;

/** What a record and a sign-in have in common. All but the last three are identities. */
public enum RelationJoin implements Worded {
    /** A certificate: thumbprint, or serial number in either byte order. */
    CERTIFICATE("certificate"),
    /** An address and port. */
    ADDRESS("address"),
    /** The correlation id of a web request. */
    CORRELATION("correlation"),
    /** The Call-ID. */
    CALL_ID("call-id"),
    /** The name of the server that was asked for. */
    TARGET("target"),
    /** The user, named in the event. */
    USER("user"),
    /** The process, on the same host: no identity alone, but it strengthens one. */
    PROCESS("process"),
    /** The time. */
    TIME("time"),
    /** How often the host says the same without any failing sign-in. */
    BASE_RATE("base-rate");

    private final String word;

    RelationJoin(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** Whether what is joined by this may be called an explanation. */
    public boolean isIdentity() {
        return ordinal() < PROCESS.ordinal();
    }
}

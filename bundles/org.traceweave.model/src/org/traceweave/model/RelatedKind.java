package org.traceweave.model;

/** What kind of record stands beside a sign-in. */
public enum RelatedKind implements Worded {
    /** A SCHANNEL event. */
    SCHANNEL("schannel"),
    /** A CAPI2 event. */
    CAPI2("capi2"),
    /** An event of the server's own log. */
    SERVER_LOG("server-log"),
    /** An HTTP record. */
    HTTP("http"),
    /** A diagnostic block of the SIP stack. */
    SIP_DIAGNOSTIC("sip-diagnostic");

    private final String word;

    RelatedKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

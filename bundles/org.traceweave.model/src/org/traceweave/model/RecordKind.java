package org.traceweave.model;

/** What a record is about. */
public enum RecordKind implements Worded {
    /** A free line of a component. */
    TRACE("trace"),
    /** A SIP message. */
    SIP("sip"),
    /** A diagnostic block of the SIP stack. */
    SIP_DIAGNOSTIC("sip-diagnostic"),
    /** A connection opened, closed or failed. */
    CONNECTION("connection"),
    /** An HTTP exchange or what a web component says of one. */
    HTTP("http"),
    /** A Windows event. */
    WINDOWS_EVENT("windows-event");

    private final String word;

    RecordKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

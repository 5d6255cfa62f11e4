package org.traceweave.analysis;

import org.traceweave.model.RelatedKind;
import org.traceweave.model.Worded;

/** What a mark of a call flow is. */
public enum FlowMarkKind implements Worded {
    /** A SCHANNEL event. */
    SCHANNEL("schannel"),
    /** A CAPI2 event. */
    CAPI2("capi2"),
    /** An event of the server's own log, or of another Windows log. */
    SERVER_LOG("server-log"),
    /** An HTTP record that is no step of the attempt. */
    HTTP("http"),
    /** A diagnostic block of the SIP stack. */
    SIP_DIAGNOSTIC("sip-diagnostic"),
    /** A connection of the client that was opened, closed or lost. */
    CONNECTION("connection"),
    /** An answer, or a next step, that did not come. */
    SILENCE("silence"),
    /** How the attempt ended. */
    OUTCOME("outcome");

    private final String word;

    FlowMarkKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    public static FlowMarkKind of(RelatedKind kind) {
        return switch (kind) {
            case SCHANNEL -> SCHANNEL;
            case CAPI2 -> CAPI2;
            case SERVER_LOG -> SERVER_LOG;
            case HTTP -> HTTP;
            case SIP_DIAGNOSTIC -> SIP_DIAGNOSTIC;
        };
    }
}

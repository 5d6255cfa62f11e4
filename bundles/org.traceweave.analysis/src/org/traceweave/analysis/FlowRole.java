package org.traceweave.analysis;

import org.traceweave.model.Worded;

/** What a participant of a call flow is, as far as the traces tell; in the order in which a ladder shows them. */
public enum FlowRole implements Worded {
    /** Who signs in. */
    CLIENT("client"),
    /** A server that takes connections from outside. */
    EDGE("edge"),
    /** A server that sends users on to their home server. */
    DIRECTOR("director"),
    /** A server that was not seen answering: it passes messages on, or keeps silent. */
    SERVER("server"),
    /** A server that answers: the registrar. */
    FRONT_END("front-end"),
    /** An address that nothing in the case gives a name to. */
    UNKNOWN("unknown"),
    /** The web components of a host: discovery, web tickets, certificate provisioning. */
    WEB_SERVICES("web-services"),
    /** A Windows computer that is known by its own logs alone. */
    COMPUTER("computer");

    private final String word;

    FlowRole(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

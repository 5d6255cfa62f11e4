package org.traceweave.probe;

/**
 * Why a connection came to nothing.
 *
 * @param text one sentence: what happened, and what it usually means
 */
public record ProbeFailure(Kind kind, String text) {

    /** Kinds of failures, by what an engineer looks at next. */
    public enum Kind {
        /** The name has no address. */
        UNKNOWN_HOST,
        /** Nobody listens on that port. */
        REFUSED,
        /** There is no way to the host. */
        UNREACHABLE,
        /** No connection, or no answer, within the time allowed. */
        TIMEOUT,
        /** The connection was broken off. */
        RESET,
        /** The connection was closed without an alert. */
        CLOSED,
        /** What answered does not speak TLS. */
        NOT_TLS,
        /** The server ended the handshake with an alert. */
        ALERT,
        /** The proxy did not let the connection through. */
        PROXY,
        /** The server's handshake does not follow the protocol. */
        MALFORMED,
        /** The server chose something that this client cannot go on with. */
        UNSUPPORTED
    }
}

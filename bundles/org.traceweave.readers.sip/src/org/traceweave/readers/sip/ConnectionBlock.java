package org.traceweave.readers.sip;

import java.util.Optional;

/** What a server's SIP stack tells of a connection it opened, closed or lost ({@code TF_CONNECTION}). */
public record ConnectionBlock(TraceBlock block) {

    /** This side's {@code address:port}. */
    public Optional<String> localAddress() {
        return block.value("Local-IP");
    }

    /** The other side's {@code address:port}. */
    public Optional<String> peerAddress() {
        return block.value("Peer-IP");
    }

    /** The other side as the server calls it. */
    public Optional<String> peerName() {
        return block.value("Peer").or(() -> block.value("Peer-FQDN"));
    }

    public Optional<String> connectionId() {
        return block.value("Connection-ID");
    }

    /** {@code TLS}, {@code M-TLS} or {@code TCP}. */
    public Optional<String> transport() {
        return block.value("Transport");
    }

    /** Whether the server calls it an error or names a failure. */
    public boolean isFailure() {
        return block.severity().filter(severity -> severity.equalsIgnoreCase("error")).isPresent() || block.resultCode().isPresent();
    }
}

package org.traceweave.readers.sip;

import java.util.Map;
import java.util.Optional;

/** One Via: the hop that sent a request, and how the next one saw it. {@code sentBy}: host or address, with its port if it names one. */
public record SipVia(String transport, String sentBy, Map<String, String> parameters) {

    public SipVia {
        parameters = Map.copyOf(parameters);
    }

    public Optional<String> branch() {
        return Optional.ofNullable(parameters.get("branch"));
    }

    /** The sender's address as the receiver saw it. */
    public Optional<String> received() {
        return Optional.ofNullable(parameters.get("received"));
    }

    /** The sender's port as the receiver saw it. */
    public Optional<String> receivedPort() {
        return Optional.ofNullable(parameters.get("ms-received-port"));
    }

    /** The receiver's own id of the connection. */
    public Optional<String> receivedConnection() {
        return Optional.ofNullable(parameters.get("ms-received-cid"));
    }

    /** {@code address:port} of the sender as the receiver saw it; the address alone where no port is told. */
    public Optional<String> receivedAddress() {
        return received().map(address -> receivedPort().map(port -> address + ":" + port).orElse(address));
    }

    static SipVia parse(String value) {
        int semicolon = value.indexOf(';');
        String head = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
        int space = head.lastIndexOf(' ');
        String protocol = space < 0 ? "" : head.substring(0, space).strip();
        String transport = protocol.substring(protocol.lastIndexOf('/') + 1).strip();
        Map<String, String> parameters = semicolon < 0 ? Map.of() : Parameters.parse(value.substring(semicolon + 1), ';');
        return new SipVia(transport, head.substring(space + 1), parameters);
    }
}

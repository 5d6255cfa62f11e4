package org.traceweave.analysis.internal.signin;

import java.util.List;
import java.util.Optional;

/**
 * What the TLS records inside one SIP message say: which handshake messages, which certificates (SHA-1 thumbprints, leaf first), which
 * alert.
 */
record TlsFacts(boolean clientHello, boolean serverHello, Optional<String> version, Optional<String> cipherSuite, boolean certificateMessage,
        List<String> certificates, boolean finished, Optional<Alert> alert) {

    /** A TLS alert in clear: its number and the name that RFC 5246 gives it. */
    record Alert(int number, String name) {
    }

    static final TlsFacts NONE = new TlsFacts(false, false, Optional.empty(), Optional.empty(), false, List.of(), false, Optional.empty());

    TlsFacts {
        certificates = List.copyOf(certificates);
    }
}

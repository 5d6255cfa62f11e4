package org.traceweave.analysis.internal.signin;

import java.util.List;
import java.util.Optional;

/**
 * What the TLS records inside one SIP message say: which handshake messages, which certificates (SHA-1 thumbprints, leaf first), which
 * alert. {@code authorities}: whose certificates the server asks for, empty where it does not ask, or asks for any; {@code cut}: all bytes
 * of a token that ends within a record or message, or begins within one.
 */
record TlsFacts(boolean clientHello, boolean serverHello, Optional<String> version, Optional<String> cipherSuite, boolean certificateMessage,
        List<String> certificates, List<String> authorities, boolean finished, Optional<Alert> alert, Optional<byte[]> cut) {

    /** A TLS alert in clear: its number and the name that RFC 5246 gives it. */
    record Alert(int number, String name) {
    }

    static final TlsFacts NONE = new TlsFacts(false, false, Optional.empty(), Optional.empty(), false, List.of(), List.of(), false,
            Optional.empty(), Optional.empty());

    TlsFacts {
        certificates = List.copyOf(certificates);
        authorities = List.copyOf(authorities);
    }
}

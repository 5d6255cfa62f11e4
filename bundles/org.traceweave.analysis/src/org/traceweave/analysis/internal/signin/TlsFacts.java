package org.traceweave.analysis.internal.signin;

import java.util.List;
import java.util.Optional;

/**
 * What the TLS records inside one SIP message say: which handshake messages, which certificates (SHA-1 thumbprints, leaf first), which
 * alert. {@code version}: the server's choice in a server's flight, the highest offered in a client's; {@code asksForCertificate} and
 * {@code authorities}: whether the server wants a client certificate, and whose (none named: anybody's); {@code finished}: from here on
 * all is encrypted; {@code cut}: all bytes of a token that ends within a record or message, or begins within one.
 */
record TlsFacts(boolean clientHello, boolean serverHello, Optional<String> version, Optional<String> cipherSuite, boolean certificateMessage,
        List<String> certificates, boolean asksForCertificate, List<String> authorities, boolean finished, Optional<Alert> alert,
        Optional<byte[]> cut) {

    /** A TLS alert in clear: its number and the name that RFC 5246 gives it. */
    record Alert(int number, String name) {

        String words() {
            return "TLS alert " + number + " " + name;
        }
    }

    static final TlsFacts NONE = new TlsFacts(false, false, Optional.empty(), Optional.empty(), false, List.of(), false, List.of(), false,
            Optional.empty(), Optional.empty());

    private static final String ENCRYPTS_CERTIFICATES = "TLS 1.3";

    TlsFacts {
        certificates = List.copyOf(certificates);
        authorities = List.copyOf(authorities);
    }

    /** Whether the message held no TLS at all. */
    boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether both sides' certificates are sent, but encrypted, so that no trace shows them. */
    boolean hidesCertificates() {
        return serverHello && version.filter(ENCRYPTS_CERTIFICATES::equals).isPresent();
    }

    /** Whether a flight begins here, so that nothing before it belongs to it. */
    boolean beginsFlight() {
        return clientHello || serverHello;
    }
}

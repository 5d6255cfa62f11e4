package org.traceweave.analysis;

import java.util.Optional;
import org.traceweave.model.Evidence;
import org.traceweave.model.Worded;

/**
 * Something inside a message, unfolded: a message of the TLS handshake, a token, an offer. {@code name}: what it is called on the wire;
 * {@code words}: what it says, may be empty; {@code thumbprint}: the SHA-1 of a certificate it carries; {@code grave}: whether it may be why
 * a sign-in fails.
 */
public record FlowDetail(
        Kind kind,
        String name,
        String words,
        Optional<String> thumbprint,
        boolean grave,
        Evidence evidence) {

    /** What lies inside a message. */
    public enum Kind implements Worded {
        /** A message of a TLS handshake. */
        HANDSHAKE("handshake"),
        /** A certificate that was sent. */
        CERTIFICATE("certificate"),
        /** A TLS alert. */
        ALERT("alert"),
        /** A token of NTLM or Kerberos. */
        TOKEN("token"),
        /** Schemes that are offered. */
        OFFER("offer"),
        /** What else a header says that matters. */
        HEADER("header"),
        /** Bytes that end early or make no sense. */
        DAMAGE("damage");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}

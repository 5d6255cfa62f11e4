package org.traceweave.probe.internal.tls;

import org.traceweave.certificates.TlsAlert;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.internal.net.ProbeException;

/** The server ended the handshake with an alert. */
public final class AlertException extends ProbeException {

    private static final long serialVersionUID = 1L;

    private final int description;

    AlertException(int description) {
        super(Kind.ALERT, "The server refused with the alert " + TlsAlert.name(description) + " (" + description + "): " + meaning(description));
        this.description = description;
    }

    public int description() {
        return description;
    }

    private static String meaning(int description) {
        return switch (description) {
            case 10 -> "it did not expect such a message, as old or misconfigured servers say of newer versions";
            case 40 -> "no version, cipher suite or signature that was offered suits it, or it has no certificate for that name";
            case 47, 50 -> "it cannot read the offer, as old servers say of newer versions";
            case 70 -> "it speaks none of the versions that were offered";
            case 71 -> "it wants stronger ciphers than were offered";
            case 80 -> "something failed on the server; its own log says what, often a certificate whose private key it cannot use";
            case 86 -> "it takes the attempt for a forced downgrade";
            case 112 -> "it has no certificate for that server name";
            case 116 -> "it wants a certificate of the client";
            default -> "see the name of the alert";
        };
    }
}

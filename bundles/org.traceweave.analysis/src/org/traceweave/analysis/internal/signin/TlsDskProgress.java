package org.traceweave.analysis.internal.signin;

import java.util.List;
import java.util.Optional;
import org.traceweave.model.Phase;

/** How far the TLS-DSK handshake that runs has come: whether the client has answered the server's flight, certificate and all, or not yet. */
final class TlsDskProgress {

    private TlsDskProgress() {
    }

    /** The step under way after these exchanges, of which the last belongs to a TLS-DSK handshake. */
    static Phase phase(List<Exchange> exchanges) {
        return clientAnswered(exchanges) ? Phase.CLIENT_CERTIFICATE : Phase.SERVER_CERTIFICATE;
    }

    /** Whether a client flight that is no hello has been begun since the last hello. */
    static boolean clientAnswered(List<Exchange> exchanges) {
        for (Exchange exchange : exchanges.reversed()) {
            Optional<TlsFacts> sent = exchange.request().map(RegisterMessage::tls);
            if (sent.isPresent() && sent.get().clientHello()) {
                return false;
            }
            if (sent.filter(tls -> tls.certificateMessage() || tls.finished() || tls.cut().isPresent()).isPresent()) {
                return true;
            }
        }
        return false;
    }
}

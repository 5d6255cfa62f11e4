package org.traceweave.probe.internal.tls;

import org.traceweave.probe.internal.net.ProbeException;

/** How a handshake goes on after ServerHello, by version. */
interface Flow {

    /** Reads what the server shows, and sends nothing. */
    ServerShown read() throws ProbeException;

    /** Completes the handshake after {@link #read}, without a client certificate. */
    void complete() throws ProbeException;

    void send(byte[] content) throws ProbeException;
}

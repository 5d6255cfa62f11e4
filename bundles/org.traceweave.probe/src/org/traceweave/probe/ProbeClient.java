package org.traceweave.probe;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.traceweave.probe.internal.Probe;

/**
 * Fetches what a live TLS endpoint presents, with a minimal client of its own: up to TLS 1.2 it stops after ServerHelloDone, in TLS 1.3 after the
 * server's CertificateVerify. Nothing but handshakes is sent, and one GET on request. Nothing is trusted and nothing is refused: what the server
 * shows is what is told. Blocks; call it off the UI thread.
 */
public final class ProbeClient {

    private ProbeClient() {
    }

    /**
     * Probes once. What goes wrong at the endpoint is part of the result.
     *
     * @param progress told in a few words what is being done
     * @param cancelled asked between connections and while waiting
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public static ProbeResult probe(ProbeRequest request, Consumer<String> progress, BooleanSupplier cancelled) {
        return new Probe(request, progress, cancelled).run();
    }
}

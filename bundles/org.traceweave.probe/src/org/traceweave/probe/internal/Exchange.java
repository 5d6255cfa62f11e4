package org.traceweave.probe.internal;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.model.UtcTime;
import org.traceweave.probe.OcspStaple;
import org.traceweave.probe.ProbeHandshake;
import org.traceweave.probe.ProbeRequest;
import org.traceweave.probe.internal.net.Dialer;
import org.traceweave.probe.internal.net.ProbeException;
import org.traceweave.probe.internal.net.Wire;
import org.traceweave.probe.internal.tls.ClientOffer;
import org.traceweave.probe.internal.tls.ServerShown;
import org.traceweave.probe.internal.tls.TlsClient;
import org.traceweave.probe.internal.tls.TlsClient.ServerChoice;

/** Single connections to the target, each for one question. */
final class Exchange {

    private static final int MILLION = 1_000_000;

    private final Dialer dialer;
    private String address = "";
    private boolean connected;

    Exchange(ProbeRequest request, BooleanSupplier cancelled) {
        dialer = new Dialer(request, cancelled);
    }

    /** The address that was last connected to; empty before. */
    String address() {
        return address;
    }

    /** Whether the last connection came about, whatever became of it. */
    boolean connected() {
        return connected;
    }

    /** One handshake as far as the server shows its chain, then the connection is closed. */
    ProbeHandshake handshake(ClientOffer offer) throws ProbeException {
        try (Wire wire = dial()) {
            long start = System.nanoTime();
            ServerShown shown = new TlsClient(wire, offer).read();
            return shown(offer, shown, (System.nanoTime() - start) / MILLION);
        }
    }

    private static ProbeHandshake shown(ClientOffer offer, ServerShown shown, long millis) {
        List<DecodedCertificate> sent = shown.certificates();
        return new ProbeHandshake(offer.serverName(), shown.version(), shown.suite(), shown.group(), shown.scheme(), shown.proof(), sent,
                shown.staple().map(bytes -> staple(bytes, sent)), shown.request(), millis);
    }

    private static OcspStaple staple(byte[] bytes, List<DecodedCertificate> sent) {
        List<DecodedCertificate> issuers = sent.stream().skip(1).filter(each -> !sent.isEmpty()
                && each.facts().subject().equals(sent.getFirst().facts().issuer())).toList();
        return OcspReader.read(bytes, issuers);
    }

    /** What the server chooses of an offer. */
    ServerChoice choose(ClientOffer offer) throws ProbeException {
        try (Wire wire = dial()) {
            return new TlsClient(wire, offer).choose();
        }
    }

    /** Completes a handshake, sends a request and reads the answer. */
    byte[] ask(ClientOffer offer, byte[] request, int limit) throws ProbeException {
        try (Wire wire = dial()) {
            TlsClient client = new TlsClient(wire, offer);
            client.read();
            client.complete();
            client.send(request);
            return client.receive(limit, WebRequest::isWhole);
        }
    }

    private Wire dial() throws ProbeException {
        connected = false;
        Wire wire = dialer.dial();
        connected = true;
        address = wire.address();
        return wire;
    }

    /** UTC nanoseconds of now. */
    static long now() {
        return UtcTime.of(java.time.Instant.now());
    }
}

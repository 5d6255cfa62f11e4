package org.traceweave.samples.internal.story;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.traceweave.samples.HandshakeWriter;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SeededRandom;

/** The four flights of one TLS-DSK handshake, in base64 as {@code gssapi-data} has them. */
record Handshake(
        String hello,
        String serverFlight,
        String clientFlight,
        String finished) {

    static Handshake between(Host host, IssuedCertificate client, long seconds, SeededRandom random) {
        HandshakeWriter writer = new HandshakeWriter(random).at(seconds);
        return new Handshake(base64(writer.clientHello(host.fqdn)),
                base64(writer.serverFlight(host.presented(), List.of("CN=Communications Server"))),
                base64(writer.clientFlight(Optional.of(client))), base64(writer.serverFinished()));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

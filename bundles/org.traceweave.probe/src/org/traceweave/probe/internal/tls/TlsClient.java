package org.traceweave.probe.internal.tls;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Predicate;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.internal.net.ProbeException;
import org.traceweave.probe.internal.net.Wire;

/** A TLS client for one connection that is curious about the server and indifferent to trust. Used by one thread; the wire is its caller's. */
public final class TlsClient {

    private static final int FIRST_RECORD = 0x0301;
    private static final int MESSAGE_HASH = 254;
    private static final int MAX_TICKETS = 64;

    private final SecureRandom random = new SecureRandom();
    private final ClientOffer offer;
    private final RecordLayer records;
    private final HandshakeStream handshake;
    private final KeyShares shares = new KeyShares(random);

    private Flow flow = new NoFlow();

    public TlsClient(Wire wire, ClientOffer offer) {
        this.offer = offer;
        records = new RecordLayer(wire);
        handshake = new HandshakeStream(records);
    }

    /** Offers, and reads what the server chooses, but no further. @return the number of the suite and the version */
    public ServerChoice choose() throws ProbeException {
        ServerHello hello = hello(new ClientHello(offer, shares, random));
        return new ServerChoice(hello.version(), hello.suite());
    }

    /** What a server chose. */
    public record ServerChoice(int version, int suite) {
    }

    /** Offers, and reads what the server shows: up to ServerHelloDone, in TLS 1.3 up to CertificateVerify. */
    public ServerShown read() throws ProbeException {
        ClientHello client = new ClientHello(offer, shares, random);
        ServerHello hello = hello(client);
        flow = hello.version() >= ClientOffer.TLS_1_3 ? new Flow13(records, handshake, hello, shares)
                : new Flow12(records, handshake, hello, offer, client.random(), shares, random);
        return flow.read();
    }

    private ServerHello hello(ClientHello client) throws ProbeException {
        byte[] first = client.message(offer.offers(ClientOffer.TLS_1_3) ? List.of(KeyShares.X25519, 23) : List.of(), new byte[0]);
        handshake.write(first, FIRST_RECORD);
        HandshakeStream.Message message = handshake.read();
        ServerHello hello = serverHello(message);
        if (!hello.isRetry()) {
            return hello;
        }
        int group = hello.group().orElse(KeyShares.X25519);
        if (!KeyShares.knows(group)) {
            throw new ProbeException(Kind.UNSUPPORTED, "The server wants a key for " + KeyShares.name(group) + ", which this client has none of");
        }
        byte[] digest = HandshakeStream.message(MESSAGE_HASH, Hashes.hash(Suite.of(hello.suite()).hash(), first));
        handshake.replaceSaid(digest, HandshakeStream.message(message.type(), message.body()));
        handshake.write(client.message(List.of(group), hello.cookie()), ClientOffer.TLS_1_2);
        ServerHello second = serverHello(handshake.read());
        if (second.isRetry()) {
            throw new ProbeException(Kind.MALFORMED, "The server asked twice for another ClientHello");
        }
        return second;
    }

    private ServerHello serverHello(HandshakeStream.Message message) throws ProbeException {
        if (message.type() != HandshakeStream.SERVER_HELLO) {
            throw HandshakeStream.unexpected(message, "ServerHello");
        }
        return ServerHello.parse(message.body(), offer);
    }

    /** Completes the handshake after {@link #read}, without a client certificate; from then on content can be sent. */
    public void complete() throws ProbeException {
        try {
            flow.complete();
        } catch (ProbeException e) {
            throw reason(e);
        }
    }

    public void send(byte[] content) throws ProbeException {
        try {
            flow.send(content);
        } catch (ProbeException e) {
            throw reason(e);
        }
    }

    /** A server that breaks off while it is written to may have said why before. */
    private ProbeException reason(ProbeException broken) {
        if (broken.failure().kind() != Kind.RESET) {
            return broken;
        }
        try {
            for (int more = 0; more < MAX_TICKETS; more++) {
                records.read();
            }
            return broken;
        } catch (AlertException alert) {
            return alert;
        } catch (ProbeException nothing) {
            return broken;
        }
    }

    /** What the server sends, until it is whole, or it ends the connection, or {@code limit} bytes are there. */
    public byte[] receive(int limit, Predicate<byte[]> whole) throws ProbeException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int others = 0;
        while (all.size() < limit && !whole.test(all.toByteArray())) {
            try {
                RecordLayer.Plain record = records.read();
                if (record.type() == RecordLayer.APPLICATION) {
                    all.writeBytes(record.body());
                } else if (wantsAnotherHandshake(record)) {
                    throw new ProbeException(Kind.UNSUPPORTED, "The server wants another handshake before it answers, as IIS does for pages that want a client "
                            + "certificate; this client has none");
                } else if (++others > MAX_TICKETS) {
                    throw new ProbeException(Kind.MALFORMED, "The server keeps on sending handshake messages instead of an answer");
                }
            } catch (ProbeException e) {
                if (all.size() > 0 && (e.failure().kind() == Kind.CLOSED || e.failure().kind() == Kind.RESET || e.failure().kind() == Kind.TIMEOUT)) {
                    break; // the end of an answer, cleanly or not
                }
                throw e;
            }
        }
        return all.toByteArray();
    }

    /** HelloRequest up to TLS 1.2, CertificateRequest after the handshake in TLS 1.3. */
    private static boolean wantsAnotherHandshake(RecordLayer.Plain record) {
        return record.type() == RecordLayer.HANDSHAKE && record.body().length > 0
                && (record.body()[0] == 0 || record.body()[0] == HandshakeStream.CERTIFICATE_REQUEST);
    }

    /** Before a handshake was read. */
    private static final class NoFlow implements Flow {

        @Override
        public ServerShown read() {
            throw new IllegalStateException("no handshake yet");
        }

        @Override
        public void complete() {
            throw new IllegalStateException("no handshake yet");
        }

        @Override
        public void send(byte[] content) {
            throw new IllegalStateException("no handshake yet");
        }
    }
}

package org.traceweave.samples.internal.story;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.model.Evidence;
import org.traceweave.samples.ClsWriter;
import org.traceweave.samples.Direction;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SipMessage;
import org.traceweave.samples.Written;

/**
 * Lets messages go between clients and Front Ends: each is traced by the Front End, and by the client where the case has its log. Times
 * are those that the Front End's clock shows.
 */
final class Wire {

    static final long MILLI = 1_000_000L;

    final ClsWriter cls;
    private final String source;
    private final Truth truth;
    private final SeededRandom random;
    private final boolean connections;

    Wire(ClsWriter cls, String source, Truth truth, SeededRandom random) {
        this(cls, source, truth, random, true);
    }

    /** @param connections whether connections are traced, too; an export for one user has none */
    Wire(ClsWriter cls, String source, Truth truth, SeededRandom random, boolean connections) {
        this.connections = connections;
        this.cls = cls;
        this.source = source;
        this.truth = truth;
        this.random = random;
    }

    /** A request of the client. */
    void toServer(Endpoint client, int port, Host host, long time, byte[] message, Optional<Attempt> attempt) {
        client.log.ifPresent(log -> clientSide(log, Direction.OUT, client, port, host, time - host.skew - 3 * MILLI, message, attempt));
        serverSide(Direction.IN, client, port, host, time, message, attempt);
    }

    /** An answer to the client, or a notification. */
    void toClient(Endpoint client, int port, Host host, long time, byte[] message, Optional<Attempt> attempt) {
        serverSide(Direction.OUT, client, port, host, time, message, attempt);
        client.log.ifPresent(log -> clientSide(log, Direction.IN, client, port, host, time - host.skew + 4 * MILLI, message, attempt));
    }

    /** A request of a client outside, which the Edge Server passes on; the time is the Front End's. */
    void toServer(Host edge, Endpoint client, int port, Host host, long time, byte[] message, Optional<Attempt> attempt) {
        long atEdge = time - host.skew + edge.skew;
        serverSide(Direction.IN, client.address + ":" + port, edge, atEdge - 9 * MILLI, message, attempt);
        byte[] passedOn = Hop.passedOn(message, edge, client, port);
        serverSide(Direction.OUT, host.address + ":5061", edge, atEdge - 6 * MILLI, passedOn, attempt);
        serverSide(Direction.IN, edge.address + ":" + Hop.PORT, host, time, passedOn, attempt);
    }

    /** An answer that goes back through the Edge Server. */
    void toClient(Host edge, Endpoint client, int port, Host host, long time, byte[] message, Optional<Attempt> attempt) {
        long atEdge = time - host.skew + edge.skew;
        byte[] onTheWay = Hop.onTheWayBack(message, edge);
        serverSide(Direction.OUT, edge.address + ":" + Hop.PORT, host, time, onTheWay, attempt);
        serverSide(Direction.IN, host.address + ":5061", edge, atEdge + 3 * MILLI, onTheWay, attempt);
        serverSide(Direction.OUT, client.address + ":" + port, edge, atEdge + 5 * MILLI, message, attempt);
    }

    private void serverSide(Direction direction, Endpoint client, int port, Host host, long time, byte[] message, Optional<Attempt> attempt) {
        serverSide(direction, client.address + ":" + port, host, time, message, attempt);
    }

    private void serverSide(Direction direction, String peer, Host host, long time, byte[] message, Optional<Attempt> attempt) {
        cls.from(host.source("SIPStack")).thread(thread()).correlation(correlation()).at(time);
        count(cls.message(direction, peer, random.next() >>> 40, message, message.length), attempt);
    }

    private void clientSide(ClientLog log, Direction direction, Endpoint client, int port, Host host, long trueTime, byte[] message,
            Optional<Attempt> attempt) {
        log.writer.at(trueTime + log.skew).connection(host.address + ":5061", client.address + ":" + port);
        Written written = log.writer.message(direction, message, message.length);
        truth.count(log.source);
        attempt.ifPresent(a -> a.otherSide(evidence(log.source, written)));
    }

    /** A line of the client's own, which is no message. */
    void clientLine(ClientLog log, long trueTime, String level, String text) {
        log.writer.at(trueTime + log.skew).line(level, text);
        truth.count(log.source);
    }

    /** An HTTP message of the web components; answers where it stands. */
    Evidence http(Direction direction, Endpoint client, Host host, long time, long correlation, String level, SipMessage message,
            Optional<Attempt> attempt) {
        cls.from(host.source("WebInfrastructure")).thread(thread()).correlation(correlation).at(time);
        Written written = cls.http(level, direction, client.address + ":" + (client.port - 7), message);
        count(written, attempt);
        return evidence(source, written);
    }

    /** A connection record about a client's connection. */
    void connection(Endpoint client, int port, Host host, long time, String severity, String text, String... more) {
        if (!connections) {
            return;
        }
        cls.from(host.source("SIPStack")).thread(thread()).correlation(correlation()).at(time);
        String[] lines = new String[4 + more.length];
        lines[0] = "Local-IP: " + host.address + ":5061";
        lines[1] = "Peer-IP: " + client.address + ":" + port;
        lines[2] = "Connection-ID: 0x" + Long.toHexString(0x100000 + (client.connectionId)).toUpperCase(Locale.ROOT);
        lines[3] = "Transport: TLS";
        for (int i = 0; i < more.length; i++) {
            lines[4 + i] = more[i];
        }
        count(cls.connection(severity, text, lines), Optional.empty());
    }

    private void count(Written written, Optional<Attempt> attempt) {
        truth.count(source);
        attempt.ifPresent(a -> a.message(evidence(source, written), written.time()));
    }

    static Evidence evidence(String source, Written written) {
        return new Evidence(source, written.offset(), written.length(), Optional.empty());
    }

    int thread() {
        return 0x0400 + 4 * random.below(900);
    }

    long correlation() {
        return random.next() >>> 33;
    }
}

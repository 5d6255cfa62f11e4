package org.traceweave.samples.internal.story;

import java.util.Optional;
import org.traceweave.model.Phase;
import org.traceweave.samples.SeededRandom;

/**
 * The requests and answers of one Call-ID. Each exchange is planned at its time, as the Front End's clock shows it, traced by every host
 * that sees it, and noted in the attempt where it belongs to one.
 */
final class RegisterDialogue {

    /** Makes the request when its time has come. */
    @FunctionalInterface
    interface Request {
        byte[] make();
    }

    /** Makes the answer when its time has come. @param date the server's clock as the Date header writes it */
    @FunctionalInterface
    interface Answer {
        byte[] make(String date);
    }

    final Endpoint endpoint;
    final int port;
    final RegisterMessages messages;
    private final Day day;
    private final SeededRandom random;
    private Optional<Host> edge = Optional.empty();

    RegisterDialogue(Day day, Endpoint endpoint, Host host, SeededRandom random) {
        this.day = day;
        this.endpoint = endpoint;
        this.random = random;
        port = random.between(49_200, 64_900);
        messages = new RegisterMessages(endpoint, host, port, random);
    }

    /** From here on everything goes through this server, which traces it too. */
    void through(Host edgeServer) {
        edge = Optional.of(edgeServer);
    }

    void connected(Host at, long time) {
        day.agenda.at(time, () -> day.wire.connection(endpoint, port, edge.orElse(at), onEdge(at, time), "information", "Connection established"));
    }

    void closed(Host at, long time) {
        day.agenda.at(time, () -> day.wire.connection(endpoint, port, edge.orElse(at), onEdge(at, time), "information", "Connection was closed by the remote peer"));
    }

    /** What the clock of the server that takes the connection shows. */
    private long onEdge(Host at, long time) {
        return edge.map(through -> time - at.skew + through.skew).orElse(time);
    }

    /** Answers when the client can go on. */
    long exchange(Optional<Attempt> attempt, Host at, long time, Request request, Answer answer, Phase phase, int status) {
        long answered = time + (8 + random.below(40)) * Wire.MILLI;
        request(attempt, at, time, request);
        day.agenda.at(answered, () -> {
            byte[] message = answer.make(Day.date(answered));
            edge.ifPresentOrElse(through -> day.wire.toClient(through, endpoint, port, at, answered, message, attempt),
                    () -> day.wire.toClient(endpoint, port, at, answered, message, attempt));
            attempt.ifPresent(a -> {
                a.answered(status);
                a.step(phase, answered, Integer.toString(status));
            });
        });
        return answered + (25 + random.below(60)) * Wire.MILLI;
    }

    /** A request that is not answered, or not yet. */
    void request(Optional<Attempt> attempt, Host at, long time, Request request) {
        day.agenda.at(time, () -> {
            attempt.ifPresent(a -> {
                edge.ifPresent(a::host);
                a.host(at);
            });
            byte[] message = request.make();
            edge.ifPresentOrElse(through -> day.wire.toServer(through, endpoint, port, at, time, message, attempt),
                    () -> day.wire.toServer(endpoint, port, at, time, message, attempt));
        });
    }
}

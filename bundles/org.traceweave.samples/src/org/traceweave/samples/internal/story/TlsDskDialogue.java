package org.traceweave.samples.internal.story;

import java.util.Optional;
import java.util.function.Supplier;
import org.traceweave.model.Phase;

/**
 * The flights of one TLS-DSK handshake in REGISTER exchanges with one host. Of a flight that is spread over several messages the other side
 * asks for the rest with an empty token. Each method plans from a time on and answers when the client can go on. Reference: [MS-SIPAE].
 */
final class TlsDskDialogue {

    private static final String SCHEME = "TLS-DSK";

    private final RegisterDialogue dialogue;
    private final RegisterMessages messages;
    private final String opaque;
    private final Host host;
    private final Optional<Attempt> attempt;

    TlsDskDialogue(RegisterDialogue dialogue, String opaque, Host host, Optional<Attempt> attempt) {
        this.dialogue = dialogue;
        messages = dialogue.messages;
        this.opaque = opaque;
        this.host = host;
        this.attempt = attempt;
    }

    /** The client's hello and the whole flight that answers it. @param hello in base64 */
    long serverFlight(long time, Supplier<String> hello, FlightParts flight) {
        return serverFlight(time, hello, flight, flight.count());
    }

    /** The same, where only the first parts of the flight are asked for. */
    long serverFlight(long time, Supplier<String> hello, FlightParts flight, int parts) {
        long next = time;
        for (int i = 0; i < parts; i++) {
            int part = i;
            next = dialogue.exchange(attempt, host, next, () -> part == 0 ? token("", hello.get()) : token(opaque, ""),
                    date -> messages.challenge(SCHEME, opaque, flight.part(part), date), Phase.SERVER_CERTIFICATE, 401);
        }
        return next;
    }

    /** The client's second flight. @param answer to its last part, a 401 */
    long clientFlight(long time, FlightParts flight, RegisterDialogue.Answer answer) {
        long next = time;
        for (int i = 0; i < flight.count(); i++) {
            int part = i;
            boolean last = part == flight.count() - 1;
            next = dialogue.exchange(attempt, host, next, () -> token(opaque, flight.part(part)),
                    last ? answer : date -> messages.challenge(SCHEME, opaque, "", date), Phase.CLIENT_CERTIFICATE, 401);
        }
        return next;
    }

    private byte[] token(String association, String flight) {
        return messages.register(messages.token(SCHEME, association, flight), false);
    }
}

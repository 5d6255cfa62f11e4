package org.traceweave.analysis.internal.signin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts TLS-DSK handshakes together whose flights are spread over several messages: a token that ends within a record or handshake message
 * goes on in the next token of the same direction of the same Call-ID, unless that one begins a flight of its own. The other side
 * acknowledges a part with an empty token. Of several hops' copies of a message the one that was logged whole tells what it says.
 */
final class HandshakeFragments {

    /** A certificate message is at most this long on real servers; what grows beyond it is no handshake. */
    private static final int LONGEST_FLIGHT = 1 << 20;
    private static final byte[] NOTHING = {};

    /** One side of the dialogue under one Call-ID. */
    private record Side(String callId, boolean client) {
    }

    /** What each side has left open. */
    private final Map<Side, byte[]> open = new HashMap<>();

    private HandshakeFragments() {
    }

    /** Lets each message that ends a spread flight, or is a part of one, know all that was said of it so far. */
    static void join(List<Exchange> exchanges) {
        boolean whole = exchanges.stream().flatMap(exchange -> exchange.messages().stream()).allMatch(message -> message.tls().cut().isEmpty());
        if (whole) {
            return;
        }
        HandshakeFragments fragments = new HandshakeFragments();
        for (Exchange exchange : exchanges) {
            fragments.join(exchange, true);
            fragments.join(exchange, false);
        }
    }

    private void join(Exchange exchange, boolean client) {
        List<TlsFacts> copies = exchange.messages().stream().filter(message -> message.isRequest() == client).map(RegisterMessage::tls)
                .filter(tls -> !tls.isEmpty()).toList();
        Side side = new Side(exchange.callId(), client);
        Optional<TlsFacts> uncut = copies.stream().filter(tls -> tls.cut().isEmpty()).findFirst();
        if (copies.isEmpty()) {
            // an empty token says nothing, also not that what was begun is over: the next flight of its own does
            return;
        }
        if (uncut.isPresent()) {
            open.remove(side);
            uncut.filter(tls -> copies.stream().anyMatch(copy -> copy.cut().isPresent())).ifPresent(tls -> exchange.replace(client, TokenReading.of(tls)));
            return;
        }
        TlsFacts longest = copies.stream().max(Comparator.comparingInt(tls -> tls.cut().orElse(NOTHING).length)).orElseThrow();
        byte[] before = longest.beginsFlight() ? NOTHING : open.getOrDefault(side, NOTHING);
        byte[] whole = joined(before, longest.cut().orElse(NOTHING));
        TokenReading reading = TokenReading.tls(whole);
        if (reading.tls().cut().isEmpty() || whole.length > LONGEST_FLIGHT) {
            open.remove(side);
        } else {
            open.put(side, whole);
        }
        exchange.replace(client, reading);
    }

    private static byte[] joined(byte[] before, byte[] more) {
        byte[] whole = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, whole, before.length, more.length);
        return whole;
    }
}

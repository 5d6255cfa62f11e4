package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts TLS-DSK handshakes together whose flights are spread over several messages: a token that ends within a record goes on in the next one
 * of the same direction, unless that one makes sense alone.
 */
final class HandshakeFragments {

    /** What one direction of a Call-ID has left open. {@code before}: what came before the message of {@code cseq}. */
    private record Open(int cseq, byte[] before, byte[] whole) {
    }

    private static final byte[] NOTHING = {};

    private final Map<String, Open> open = new HashMap<>();

    private HandshakeFragments() {
    }

    /** The same messages, in their order; each that ends a spread flight knows all of it. */
    static List<RegisterMessage> joined(List<RegisterMessage> messages) {
        if (messages.stream().noneMatch(message -> message.tls().cut().isPresent())) {
            return messages;
        }
        HandshakeFragments fragments = new HandshakeFragments();
        List<RegisterMessage> joined = new ArrayList<>(messages.size());
        messages.forEach(message -> joined.add(fragments.join(message)));
        return joined;
    }

    private RegisterMessage join(RegisterMessage message) {
        String key = message.callId() + "|" + message.isRequest();
        Open left = open.get(key);
        if (message.tls().cut().isEmpty()) {
            open.remove(key);
            return message;
        }
        byte[] own = message.tls().cut().get();
        // another hop's copy of the same message begins where that one began
        byte[] before = left == null ? NOTHING : left.cseq == message.cseq() ? left.before : left.whole;
        byte[] whole = Arrays.copyOf(before, before.length + own.length);
        System.arraycopy(own, 0, whole, before.length, own.length);
        open.put(key, new Open(message.cseq(), before, whole));
        return before.length == 0 ? message : message.with(TokenReading.tls(whole));
    }
}

package org.traceweave.analysis.internal.certificates;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts together what one side of a TLS-DSK handshake has said over several messages of one log: a token that ends within a record or a message goes on
 * in the next one of the same direction. A second copy of a message, logged at another hop, begins where the first one began.
 */
final class SpreadFlights {

    /** What a direction has left open. {@code before}: what came before the message of {@code sequence}. */
    private record Open(long sequence, byte[] before, byte[] whole) {
    }

    private static final byte[] NOTHING = {};
    /** No flight with certificates is longer. */
    private static final int LONGEST = 1 << 18;
    private static final int MOST_OPEN = 10_000;

    private final Map<String, Open> open = new HashMap<>();

    /**
     * All bytes of the flight that {@code token} goes on with; empty if it begins one.
     *
     * @param direction source, Call-ID and whether it is a request
     * @param complete whether the token, taken alone, ends where a record and a message end
     */
    Optional<byte[]> join(String direction, long sequence, byte[] token, boolean complete) {
        Open left = open.get(direction);
        if (complete || token.length == 0) {
            open.remove(direction);
            return Optional.empty();
        }
        byte[] before = left == null ? NOTHING : left.sequence == sequence ? left.before : left.whole;
        if (before.length + token.length > LONGEST || open.size() > MOST_OPEN) {
            open.remove(direction);
            return Optional.empty();
        }
        byte[] whole = Arrays.copyOf(before, before.length + token.length);
        System.arraycopy(token, 0, whole, before.length, token.length);
        open.put(direction, new Open(sequence, before, whole));
        return before.length == 0 ? Optional.empty() : Optional.of(whole);
    }
}

package org.traceweave.readers.windows.internal;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What SCHANNEL's internal error states were seen with. Microsoft documents none of them and they differ by build, so that nothing here
 * is an explanation: it says where a number usually stands, and for most numbers nothing.
 */
public final class SchannelStates {

    private static final int KEY_UNUSABLE = 36870;
    private static final int NO_CREDENTIAL = 36871;
    private static final int ALERT_SENT = 36888;

    private SchannelStates() {
    }

    /** Where that state of that event was usually seen, as a clause; empty for the many of which nothing is known. */
    public static Optional<String> seenWith(int eventId, OptionalInt alert, long state) {
        if (eventId == ALERT_SENT && state == 1203 && alert.orElse(-1) == 10) {
            return Optional.of("bytes that are no TLS, such as HTTP on the TLS port or a port scan");
        }
        if (eventId == ALERT_SENT && state == 1205 && alert.orElse(-1) == 40) {
            return Optional.of("a client that shares no cipher suite or protocol version with this host, together with event 36874");
        }
        if (eventId == NO_CREDENTIAL && state == 10013) {
            return Optional.of("a program that asks for TLS versions which are switched off here");
        }
        if (eventId == KEY_UNUSABLE && (state == 10001 || state == 10011)) {
            return Optional.of("a private key that the program's account may not read");
        }
        return Optional.empty();
    }
}

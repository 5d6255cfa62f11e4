package org.traceweave.readers.sip.internal;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SIP's methods as shared strings. */
final class Methods {

    private static final Map<String, String> KNOWN = Stream.of("REGISTER", "INVITE", "ACK", "BYE", "CANCEL", "OPTIONS", "MESSAGE", "INFO",
            "SUBSCRIBE", "NOTIFY", "BENOTIFY", "SERVICE", "NEGOTIATE", "PRACK", "UPDATE", "REFER", "PUBLISH")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    private Methods() {
    }

    static String of(String word) {
        String known = KNOWN.get(word);
        return known == null ? word.toUpperCase(Locale.ROOT) : known;
    }
}

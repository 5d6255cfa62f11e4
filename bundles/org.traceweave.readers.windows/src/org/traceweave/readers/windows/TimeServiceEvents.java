package org.traceweave.readers.windows;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.traceweave.model.Level;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.internal.EventMessages;

/**
 * Decodes what the time service says of a clock that is off or not synchronised: Kerberos refuses tickets, and certificates are not yet or
 * no longer valid, where clocks differ. Ordinary synchronisation (35, 37) is no failure.
 */
public final class TimeServiceEvents implements EventDecoder {

    public static final String PROVIDER = "Microsoft-Windows-Time-Service";

    private static final Set<String> PROVIDERS = Set.of(PROVIDER, "W32Time");

    @Override
    public String id() {
        return "time-service";
    }

    @Override
    public boolean handles(String provider, int eventId) {
        return PROVIDERS.contains(provider) && EventMessages.time(eventId) != null;
    }

    @Override
    public Optional<EventFailure> decode(WindowsEvent event) {
        String sentence = handles(event.provider(), event.eventId()) ? EventMessages.time(event.eventId()) : null;
        boolean grave = event.level().map(level -> level.compareTo(Level.WARNING) <= 0).orElse(false);
        if (sentence == null || !grave) {
            return Optional.empty();
        }
        OptionalLong code = event.value("ErrorMessage").map(TimeServiceEvents::code).orElse(OptionalLong.empty());
        return Optional.of(EventFailure.of(WindowsFailureKind.SERVER_LOG, event, sentence + values(event) + ".").code(code)
                .target(event.value("TimeSource").or(() -> event.value("DomainPeer")).or(() -> event.value("ManualPeer"))).build());
    }

    /** {@code The requested name is valid, but no data ... (0x80072AFC)}. */
    private static OptionalLong code(String message) {
        int at = message.lastIndexOf("0x");
        int end = at;
        while (end >= 0 && end < message.length() && Character.isLetterOrDigit(message.charAt(end))) {
            end++;
        }
        return at < 0 ? OptionalLong.empty() : HResult.parse(message.substring(at, end));
    }

    /** What the event says of the case at hand: by how much, from whom, for how long. The manifest's own label is no value. */
    private static String values(WindowsEvent event) {
        String told = event.values().stream().filter(value -> !value.value().isBlank() && !value.name().equals("Name") && !value.name().equals("Binary"))
                .map(value -> value.name().isEmpty() ? value.value() : value.name() + " " + value.value().strip())
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? "" : ": " + told;
    }
}

package org.traceweave.readers.windows;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.traceweave.model.Level;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.internal.AttachedCertificates;
import org.traceweave.readers.windows.internal.EventMessages;
import org.traceweave.readers.windows.internal.ServerLogFields;

/**
 * Decodes the server's own channel ("Lync Server"): events of its protocol stack, user services, web services and logging agent. Their
 * values are text without names, so codes, addresses and certificates are recognised by their form. A code is an HRESULT in hex, or in
 * decimal after the word error.
 */
public final class ServerLogEvents implements EventDecoder {

    /** A component lowered its own logging; see the diagnostics on what is missing from a trace. */
    public static final int LOGGING_THROTTLED = 33022;

    private static final String CHANNEL = "Lync Server";
    /** Known by number, whatever the level. */
    private static final Set<Integer> FAILURES = Set.of(14428, 14397, 14694, 14499, 14550, 12303, 12330, 32042, 30998, 61029, 61045,
            32402, LOGGING_THROTTLED);
    @Override
    public String id() {
        return "server-log";
    }

    @Override
    public boolean handles(String provider, int eventId) {
        return provider.startsWith("LS ") || provider.startsWith("Lync Server") || provider.startsWith("Skype for Business Server")
                || provider.startsWith("OCS ");
    }

    @Override
    public Optional<EventFailure> decode(WindowsEvent event) {
        boolean grave = event.level().map(level -> level.compareTo(Level.WARNING) <= 0).orElse(false);
        if (!handles(event.provider(), event.eventId()) && !event.channel().equals(CHANNEL)
                || !grave && !FAILURES.contains(event.eventId())) {
            return Optional.empty();
        }
        String text = text(event);
        List<byte[]> certificates = AttachedCertificates.of(event);
        Set<String> thumbprints = new LinkedHashSet<>();
        certificates.forEach(der -> thumbprints.add(AttachedCertificates.thumbprint(der)));
        thumbprints.addAll(ServerLogFields.thumbprints(text));
        OptionalLong code = ServerLogFields.code(text);
        return Optional.of(new EventFailure(WindowsFailureKind.SERVER_LOG, event, Optional.empty(), meaning(event, text, code),
                OptionalInt.empty(), OptionalLong.empty(), code.isPresent() ? Optional.of(HResult.word(code.getAsLong())) : Optional.empty(),
                List.of(), ServerLogFields.subject(text), List.copyOf(thumbprints), ServerLogFields.target(text), Optional.empty(),
                Optional.empty(), ServerLogFields.sipUser(text).stream().toList(), ServerLogFields.peer(text), certificates));
    }

    /** Every value of the event, and its rendered message, a line each. */
    private static String text(WindowsEvent event) {
        StringBuilder text = new StringBuilder();
        for (WindowsEvent.NamedValue value : event.values()) {
            text.append(value.name()).append(value.name().isEmpty() ? "" : ": ").append(value.value()).append('\n');
        }
        event.renderedMessage().ifPresent(text::append);
        return text.toString();
    }

    private static String meaning(WindowsEvent event, String text, OptionalLong code) {
        String known = EventMessages.server(event.eventId());
        String first = known != null ? known : event.renderedMessage().orElse(text).strip().lines().findFirst().orElse("");
        String sentence = first.isBlank() ? event.provider() + " reported event " + event.eventId() + "." : first;
        if (code.isEmpty()) {
            return sentence;
        }
        String bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return bare + ": " + HResult.described(code.getAsLong()) + ".";
    }
}

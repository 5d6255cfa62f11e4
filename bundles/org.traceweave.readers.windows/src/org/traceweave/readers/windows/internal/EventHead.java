package org.traceweave.readers.windows.internal;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.Level;
import org.traceweave.readers.windows.Capi2Events;
import org.traceweave.readers.windows.HResult;
import org.traceweave.readers.windows.LogonEvents;
import org.traceweave.readers.windows.SchannelEvents;
import org.traceweave.readers.windows.TrustStatus;

/** Writes the first lines of an event's text into the headroom of its outline: who, what, how grave, where; and its sentence. */
final class EventHead {

    private final Utf8Buffer buffer = new Utf8Buffer();
    private int start;

    /** Where the text begins in the outline's buffer. */
    int start() {
        return start;
    }

    void write(EventOutline outline, @Nullable String provider, int eventId, @Nullable Level level, @Nullable String host) {
        Utf8Buffer text = outline.out();
        EventFacts facts = outline.facts();
        buffer.size(0);
        buffer.text(provider == null ? "Event" : provider);
        buffer.ascii(' ');
        buffer.decimal(eventId);
        if (level != null) {
            buffer.ascii(' ');
            buffer.text(word(level));
        }
        if (host != null) {
            buffer.ascii(' ');
            buffer.text(host);
        }
        String sentence = sentence(facts, text, provider == null ? "" : provider, eventId);
        if (sentence != null) {
            buffer.ascii('\n');
            buffer.text(sentence);
        }
        if (buffer.size() > EventOutline.HEADROOM) {
            // Cut at a character's first byte.
            int cut = EventOutline.HEADROOM;
            while ((buffer.bytes()[cut] & 0xC0) == 0x80) {
                cut--;
            }
            buffer.size(cut);
        }
        start = EventOutline.HEADROOM - buffer.size();
        System.arraycopy(buffer.bytes(), 0, text.bytes(), start, buffer.size());
    }

    private static String word(Level level) {
        return switch (level) {
            case FATAL -> "Critical";
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case INFO -> "Information";
            case VERBOSE, DEBUG -> "Verbose";
        };
    }

    private static @Nullable String sentence(EventFacts facts, Utf8Buffer text, String provider, int eventId) {
        Function<String, @Nullable String> values = name -> facts.value(name, text);
        if (provider.equals(SchannelEvents.PROVIDER)) {
            return EventMessages.schannel(eventId, values);
        }
        if (provider.equals(Capi2Events.PROVIDER)) {
            return capi2(facts, text, eventId);
        }
        if (provider.equals(LogonEvents.PROVIDER)) {
            return EventMessages.logon(eventId, values);
        }
        return provider.startsWith("LS ") ? EventMessages.server(eventId) : null;
    }

    private static @Nullable String capi2(EventFacts facts, Utf8Buffer text, int eventId) {
        String what = EventMessages.capi2(eventId);
        if (what == null) {
            return null;
        }
        StringBuilder sentence = null;
        for (int i = 0; i < facts.repeats(); i++) {
            if (facts.repeatRole(i) == FieldRole.HEX_CODE) {
                long code = EventFacts.hex(text.bytes(), facts.repeatFrom(i), facts.repeatTo(i));
                String described = code == 0 ? "" : HResult.described(code);
                if (code != 0 && (sentence == null || sentence.indexOf(described) < 0)) {
                    sentence = (sentence == null ? new StringBuilder(what) : sentence).append(", ").append(described);
                }
            }
        }
        List<String> errors = facts.trustErrors() == 0 ? List.of() : TrustStatus.errorNames(facts.trustErrors());
        if (!errors.isEmpty()) {
            sentence = (sentence == null ? new StringBuilder(what) : sentence).append(", ").append(String.join(", ", errors));
        }
        return sentence == null ? what : sentence.toString();
    }
}

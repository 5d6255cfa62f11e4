package org.traceweave.readers.windows.internal;

import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.Level;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.EventElement;
import org.traceweave.readers.windows.WindowsEvent;

/** The System part of an event: what its elements are called, and how their values are read. */
public final class SystemFields {

    /** Keyword bit of a failed audit in the Security log, whose events are all of level 0. */
    public static final long AUDIT_FAILURE = 0x10000000000000L;

    private SystemFields() {
    }

    /** The event with that tree; what its System part lacks is empty. */
    public static WindowsEvent event(EventElement root) {
        EventElement system = root.child("System").orElse(root);
        Optional<EventElement> provider = system.child("Provider");
        Optional<EventElement> execution = system.child("Execution");
        String computer = text(system, "Computer");
        long keywords = number(text(system, "Keywords"), -1);
        return new WindowsEvent(
                provider.flatMap(element -> element.attribute("Name").filter(name -> !name.isEmpty())
                        .or(() -> element.attribute("EventSourceName"))).orElse(""),
                (int) number(text(system, "EventID"), 0),
                time(system.child("TimeCreated").flatMap(element -> element.attribute("SystemTime")).orElse("")),
                Optional.ofNullable(level(number(text(system, "Level"), -1), keywords)),
                text(system, "Channel"),
                optional(number(text(system, "EventRecordID"), -1)),
                computer,
                Optional.ofNullable(host(computer)),
                optional(execution.flatMap(element -> element.attribute("ProcessID")).map(text -> number(text, -1)).orElse(-1L)),
                optional(execution.flatMap(element -> element.attribute("ThreadID")).map(text -> number(text, -1)).orElse(-1L)),
                system.child("Correlation").flatMap(element -> element.attribute("ActivityID")).filter(id -> !id.isEmpty()),
                system.child("Security").flatMap(element -> element.attribute("UserID")).filter(sid -> !sid.isEmpty()),
                root);
    }

    private static String text(EventElement system, String name) {
        return system.child(name).map(EventElement::text).orElse("").trim();
    }

    private static OptionalLong optional(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** A decimal or 0x-prefixed number of up to 64 bits. */
    static long number(String text, long otherwise) {
        try {
            return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    /** SystemTime with any number of fraction digits; {@link UtcTime#UNKNOWN} where it is none. */
    static long time(String text) {
        try {
            return text.isEmpty() ? UtcTime.UNKNOWN : UtcTime.parse(text);
        } catch (DateTimeException | ArithmeticException noTime) {
            return UtcTime.UNKNOWN;
        }
    }

    /** Windows' level 0 (log always) is information, or a warning where the keywords say that an audit failed. */
    public static @Nullable Level level(long level, long keywords) {
        if (level == 0 || level == 4) {
            boolean auditFailed = level == 0 && keywords != -1 && (keywords & AUDIT_FAILURE) != 0;
            return auditFailed ? Level.WARNING : Level.INFO;
        }
        return switch ((int) Math.max(-1, Math.min(level, 256))) {
            case 1 -> Level.FATAL;
            case 2 -> Level.ERROR;
            case 3 -> Level.WARNING;
            case 5 -> Level.VERBOSE;
            default -> null;
        };
    }

    /** The short name of a computer in upper case; null where it has none. */
    public static @Nullable String host(String computer) {
        int dot = computer.indexOf('.');
        // An IPv4 address has no short form.
        boolean isName = dot > 0 && !computer.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9');
        String name = isName ? computer.substring(0, dot) : computer;
        return name.isBlank() ? null : name.toUpperCase(Locale.ROOT);
    }
}

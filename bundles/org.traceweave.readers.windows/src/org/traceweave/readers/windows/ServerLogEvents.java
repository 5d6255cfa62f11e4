package org.traceweave.readers.windows;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.model.Level;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.internal.AttachedCertificates;
import org.traceweave.readers.windows.internal.EventMessages;

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
    private static final Pattern HEX_CODE = Pattern.compile("(?:0x|\\b)([8C]00[0-9A-Fa-f]{5})\\b");
    private static final Pattern DECIMAL_CODE = Pattern.compile("(?i)(?:error|code|hresult)[^0-9\\r\\n]{0,12}\\b(\\d{10}|-\\d{9,10})\\b");
    private static final Pattern THUMBPRINT = Pattern.compile("(?i)\\b(?:[0-9a-f]{40}|[0-9a-f]{2}(?: [0-9a-f]{2}){19})\\b");
    private static final Pattern SUBJECT = Pattern.compile("(?i)\\bsubject(?: name)?\\s*[:=]\\s*\"?([^\"\\r\\n;]+)");
    private static final Pattern HOST = Pattern.compile("(?i)\\b(?:server|peer|host|fqdn|target)(?: name)?\\s*[:=]\\s*\"?([a-z0-9-]+(?:\\.[a-z0-9-]+)+)");
    private static final Pattern PEER = Pattern.compile("\\b(\\d{1,3}(?:\\.\\d{1,3}){3}:\\d{1,5})\\b");
    private static final Pattern SIP_USER = Pattern.compile("(?i)\\bsip:([^\\s<>;\"',]+@[a-z0-9.-]+)");

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
        Matcher hex = THUMBPRINT.matcher(text);
        while (hex.find()) {
            thumbprints.add(hex.group().replace(" ", "").toLowerCase(java.util.Locale.ROOT));
        }
        OptionalLong code = code(text);
        return Optional.of(new EventFailure(WindowsFailureKind.SERVER_LOG, event, Optional.empty(), meaning(event, text, code),
                OptionalInt.empty(), OptionalLong.empty(), code.isPresent() ? Optional.of(HResult.word(code.getAsLong())) : Optional.empty(),
                List.of(), first(SUBJECT, text), List.copyOf(thumbprints), first(HOST, text), Optional.empty(), Optional.empty(),
                first(SIP_USER, text).map(user -> user.toLowerCase(java.util.Locale.ROOT)).stream().toList(), first(PEER, text),
                certificates));
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

    private static OptionalLong code(String text) {
        Matcher hex = HEX_CODE.matcher(text);
        if (hex.find()) {
            return HResult.parseHex(hex.group(1));
        }
        Matcher decimal = DECIMAL_CODE.matcher(text);
        return decimal.find() ? HResult.parse(decimal.group(1)) : OptionalLong.empty();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}

package org.traceweave.readers.windows;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.model.Certificate;
import org.traceweave.model.Level;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.internal.AttachedCertificates;
import org.traceweave.readers.windows.internal.EventMessages;
import org.traceweave.readers.windows.internal.ServerLogFields;
import org.traceweave.readers.windows.internal.UserNames;

/**
 * Decodes the server's own channel ("Lync Server"): events of its protocol stack, user services, web services and logging agent. Their
 * values are text without names, so codes, addresses, serial numbers and certificates are recognised by their form. A code is an HRESULT
 * in hex, or in decimal after the word error. 14397 prints or attaches the serial number of a certificate in reverse byte order.
 */
public final class ServerLogEvents implements EventDecoder {

    /** A component lowered its own logging; see the diagnostics on what is missing from a trace. */
    public static final int LOGGING_THROTTLED = 33022;

    private static final String CHANNEL = "Lync Server";
    private static final int OUTGOING_TLS = 14428;
    /** About a certificate of the server's own configuration. */
    private static final Set<Integer> ABOUT_ITSELF = Set.of(14397, 14694);
    private static final Set<Integer> ABOUT_CLIENTS = Set.of(32042, 61029, 14550);
    /** Failures by number, whatever the level. */
    private static final Set<Integer> FAILURES = Set.of(OUTGOING_TLS, 14397, 14694, 14499, 14550, 12303, 12330, 32042, 30998, 61029, 61045,
            32402, 32174, 32263, 30061, LOGGING_THROTTLED);
    private static final int LONGEST_SERIAL = 40;
    private static final int LONGEST_SENTENCE = 300;

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
        Optional<Certificate> attached = certificates.stream().findFirst().map(CertificateDecoder::decode);
        Set<String> thumbprints = new LinkedHashSet<>();
        certificates.forEach(der -> thumbprints.add(AttachedCertificates.thumbprint(der)));
        thumbprints.addAll(ServerLogFields.thumbprints(text));
        OptionalLong code = ServerLogFields.code(text);
        Optional<String> subject = ServerLogFields.subject(text).or(() -> attached.flatMap(Certificate::subject));
        return Optional.of(EventFailure.of(WindowsFailureKind.SERVER_LOG, event, meaning(event, text, code)).code(code).subject(subject)
                .thumbprints(List.copyOf(thumbprints)).target(ServerLogFields.target(text))
                .names(names(event, text, subject)).certificates(certificates).build());
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

    private static EventIdentities names(WindowsEvent event, String text, Optional<String> subject) {
        EventIdentities names = EventIdentities.NONE.withRole(role(event.eventId())).withSpan(ServerLogFields.spanSeconds(text));
        for (String user : ServerLogFields.sipUsers(text)) {
            names = names.withUser(user);
        }
        Optional<String> person = subject.flatMap(UserNames::addressIn);
        names = person.isPresent() ? names.withUser(person.get()) : names;
        Optional<String> peer = ServerLogFields.peer(text);
        names = peer.isPresent() ? names.withPeer(peer.get()) : names;
        Optional<String> callId = ServerLogFields.callId(text);
        names = callId.isPresent() ? names.withCallId(callId.get()) : names;
        Optional<String> correlation = ServerLogFields.correlation(text);
        names = correlation.isPresent() ? names.withCorrelation(correlation.get()) : names;
        for (String serial : ServerLogFields.serials(text)) {
            names = names.withSerial(serial);
        }
        Optional<String> attached = ABOUT_ITSELF.contains(event.eventId()) ? attachedSerial(event) : Optional.empty();
        return attached.isPresent() ? names.withSerial(attached.get()) : names;
    }

    private static CertificateRole role(int eventId) {
        if (ABOUT_ITSELF.contains(eventId)) {
            return CertificateRole.OWN;
        }
        return ABOUT_CLIENTS.contains(eventId) ? CertificateRole.OF_CLIENT
                : eventId == OUTGOING_TLS ? CertificateRole.OF_SERVER : CertificateRole.UNKNOWN;
    }

    /** "The serial number is attached for reference": as binary data. */
    private static Optional<String> attachedSerial(WindowsEvent event) {
        return event.values().stream().filter(value -> value.name().equals("Binary")).map(WindowsEvent.NamedValue::value)
                .filter(hex -> hex.length() >= 8 && hex.length() <= LONGEST_SERIAL && hex.length() % 2 == 0
                        && hex.chars().allMatch(HexFormat::isHexDigit))
                .map(hex -> hex.toLowerCase(Locale.ROOT)).findFirst();
    }

    private static String meaning(WindowsEvent event, String text, OptionalLong code) {
        String known = EventMessages.server(event.eventId());
        String first = known != null ? known : event.renderedMessage().orElse(text).strip().lines().findFirst().orElse("");
        String cut = first.length() > LONGEST_SENTENCE ? first.substring(0, LONGEST_SENTENCE) + "…" : first;
        String sentence = cut.isBlank() ? event.provider() + " reported event " + event.eventId() + "." : cut;
        if (code.isEmpty()) {
            return sentence;
        }
        String bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return bare + ": " + HResult.described(code.getAsLong()) + ".";
    }
}

package org.traceweave.readers.windows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.model.Certificate;
import org.traceweave.model.Level;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.internal.AttachedCertificates;
import org.traceweave.readers.windows.internal.EventMessages;
import org.traceweave.readers.windows.internal.SchannelStates;
import org.traceweave.readers.windows.internal.UserNames;

/**
 * Decodes SCHANNEL events of the System log, of all builds. Values are found by their name, in EventData or below UserData/EventXML; where
 * a build or export has none, by their position. The internal error state is shown and never explained: its numbers are not documented
 * and differ by build. Direction: 36887 tells that the other side gave up, 36888 that this one did. The writer is always lsass.exe; for
 * whom it worked only newer builds tell.
 */
public final class SchannelEvents implements EventDecoder {

    /** The provider of SCHANNEL's events in the System log. */
    public static final String PROVIDER = "Schannel";

    private static final int FIRST = 36864;
    private static final int LAST = 36928;
    /** Loaded, credential created or described, handshake completed: nothing went wrong. */
    private static final Set<Integer> HARMLESS = Set.of(36864, 36867, 36868, 36880);
    /** Of these only their numbers are public: they are failures where Windows grades them as such. */
    private static final Set<Integer> UNDOCUMENTED = Set.of(36896, 36897, 36898, 36899);
    private static final Set<Integer> ABOUT_SERVERS = Set.of(36876, 36881, 36882, 36883, 36884);
    private static final Set<Integer> ABOUT_CLIENTS = Set.of(36877, 36878, 36879);
    private static final Set<Integer> ABOUT_ITSELF = Set.of(36869, 36870, 36871, 36872, 36889, 36928);
    /** The texts of all languages put the numbers in this order: the alert, then the state. */
    private static final Pattern NUMBER = Pattern.compile("\\b(\\d{1,6})\\b");

    @Override
    public String id() {
        return "schannel";
    }

    @Override
    public boolean handles(String provider, int eventId) {
        return eventId >= FIRST && eventId <= LAST && !HARMLESS.contains(eventId) && provider.equalsIgnoreCase(PROVIDER);
    }

    @Override
    public Optional<EventFailure> decode(WindowsEvent event) {
        boolean slight = event.level().map(level -> level.compareTo(Level.WARNING) > 0).orElse(true);
        if (!handles(event.provider(), event.eventId()) || slight && UNDOCUMENTED.contains(event.eventId())) {
            return Optional.empty();
        }
        List<byte[]> ders = AttachedCertificates.of(event);
        Optional<Certificate> attached = ders.stream().findFirst().map(CertificateDecoder::decode);
        return Optional.of(EventFailure.of(WindowsFailureKind.SCHANNEL, event, meaning(event)).process(process(event))
                .alert(alert(event)).errorState(errorState(event)).code(code(event))
                .subject(attached.flatMap(Certificate::subject).or(() -> told(event)))
                .thumbprints(ders.stream().map(AttachedCertificates::thumbprint).distinct().toList()).target(target(event))
                .names(names(event, attached)).certificates(ders).build());
    }

    /** Whose certificate events of that number are about, on the machine that logs them. */
    public static CertificateRole role(int eventId) {
        if (ABOUT_SERVERS.contains(eventId)) {
            return CertificateRole.OF_SERVER;
        }
        if (ABOUT_CLIENTS.contains(eventId)) {
            return CertificateRole.OF_CLIENT;
        }
        return ABOUT_ITSELF.contains(eventId) ? CertificateRole.OWN : CertificateRole.UNKNOWN;
    }

    /** The TLS alert's number. */
    public static OptionalInt alert(WindowsEvent event) {
        boolean about = event.eventId() == 36887 || event.eventId() == 36888;
        OptionalLong alert = event.value("AlertDesc").map(HResult::parse).orElse(OptionalLong.empty());
        OptionalLong told = alert.isPresent() || !about ? alert : rendered(event, 0);
        return told.isPresent() && told.getAsLong() <= 255 ? OptionalInt.of((int) told.getAsLong()) : OptionalInt.empty();
    }

    /** The internal error state, a number without a documented meaning. */
    public static OptionalLong errorState(WindowsEvent event) {
        OptionalLong state = event.value("ErrorState").or(() -> event.value("ErrorStatus")).map(HResult::parse).orElse(OptionalLong.empty());
        return state.isEmpty() && event.eventId() == 36888 ? rendered(event, 1) : state;
    }

    /** The name that was to be reached: TargetName, or the name that the certificate should have borne. */
    public static Optional<String> target(WindowsEvent event) {
        return event.value("TargetName").or(() -> event.eventId() == 36884 ? event.value("Name") : Optional.empty());
    }

    /** What happened, and where the error state was seen before; the rendered message where the event is not known. */
    public static String meaning(WindowsEvent event) {
        String known = EventMessages.schannel(event.eventId(), name -> value(event, name));
        if (known == null) {
            return event.renderedMessage().map(String::strip).orElse("SCHANNEL event " + event.eventId() + " (undocumented).");
        }
        OptionalLong state = errorState(event);
        Optional<String> seen = state.isPresent() ? SchannelStates.seenWith(event.eventId(), alert(event), state.getAsLong()) : Optional.empty();
        return seen.map(clause -> known + " State " + state.getAsLong() + " was often seen with " + clause + ".").orElse(known);
    }

    private static @org.jspecify.annotations.Nullable String value(WindowsEvent event, String name) {
        return switch (name) {
            case "AlertDesc" -> text(alert(event).stream().asLongStream().boxed().findFirst());
            case "ErrorState", "ErrorStatus" -> text(errorState(event).stream().boxed().findFirst());
            default -> event.value(name).orElse(null);
        };
    }

    private static @org.jspecify.annotations.Nullable String text(Optional<Long> number) {
        return number.map(value -> Long.toString(value)).orElse(null);
    }

    /** A number of the rendered message, for exports that carry the text alone. */
    private static OptionalLong rendered(WindowsEvent event, int index) {
        // Windows 2008 R2: "The following fatal alert was generated: 40. The internal error state is 1205."
        String message = event.values().isEmpty() ? event.renderedMessage().orElse("") : "";
        Matcher numbers = NUMBER.matcher(message);
        for (int i = 0; numbers.find(); i++) {
            if (i == index) {
                return OptionalLong.of(Long.parseLong(numbers.group(1)));
            }
        }
        return OptionalLong.empty();
    }

    private static Optional<String> told(WindowsEvent event) {
        return event.value("RemoteCertSubjectName").or(() -> event.value("LocalCertSubjectName"));
    }

    private static OptionalLong code(WindowsEvent event) {
        return event.value("ErrorCode").or(() -> event.value("Error")).map(HResult::parse).orElse(OptionalLong.empty());
    }

    /** The process that used SSPI. */
    private static Optional<String> process(WindowsEvent event) {
        return event.value("CallerProcessImageName");
    }

    private static EventIdentities names(WindowsEvent event, Optional<Certificate> attached) {
        EventIdentities names = EventIdentities.NONE.withRole(role(event.eventId()));
        for (String user : attached.map(SchannelEvents::people).orElse(List.of())) {
            names = names.withUser(user);
        }
        Optional<String> serial = attached.flatMap(Certificate::serial);
        return serial.isPresent() ? names.withSerial(serial.get()) : names;
    }

    /** Those of a certificate's names that are addresses of people. */
    private static List<String> people(Certificate certificate) {
        return UserNames.ofCertificate(certificate.subject(), certificate.subjectAltNames());
    }
}

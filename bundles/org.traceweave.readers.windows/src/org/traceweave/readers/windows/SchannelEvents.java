package org.traceweave.readers.windows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.internal.AttachedCertificates;
import org.traceweave.readers.windows.internal.EventMessages;

/**
 * Decodes SCHANNEL events of the System log. Values are found by their name, never by position, since builds put fields in front of
 * others; they stand in EventData or below UserData/EventXML. The internal error state is shown and never explained: its numbers are
 * not documented and differ by build. Direction: 36887 tells that the other side gave up, 36888 that this one did.
 */
public final class SchannelEvents implements EventDecoder {

    /** The provider of SCHANNEL's events in the System log. */
    public static final String PROVIDER = "Schannel";

    private static final int FIRST = 36864;
    private static final int LAST = 36928;
    /** Loaded, credential created or described, handshake completed: nothing went wrong. */
    private static final Set<Integer> HARMLESS = Set.of(36864, 36867, 36868, 36880);

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
        if (!handles(event.provider(), event.eventId())) {
            return Optional.empty();
        }
        List<byte[]> certificates = AttachedCertificates.of(event);
        return Optional.of(new EventFailure(WindowsFailureKind.SCHANNEL, event,
                process(event), meaning(event), alert(event), errorState(event), hresult(event),
                List.of(), subject(event), certificates.stream().map(AttachedCertificates::thumbprint).distinct().toList(),
                target(event), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), certificates));
    }

    /** The TLS alert's number. */
    public static OptionalInt alert(WindowsEvent event) {
        OptionalLong alert = event.value("AlertDesc").map(HResult::parse).orElse(OptionalLong.empty());
        return alert.isPresent() && alert.getAsLong() <= 255 ? OptionalInt.of((int) alert.getAsLong()) : OptionalInt.empty();
    }

    /** The internal error state, a number without a documented meaning. */
    public static OptionalLong errorState(WindowsEvent event) {
        return event.value("ErrorState").or(() -> event.value("ErrorStatus")).map(HResult::parse).orElse(OptionalLong.empty());
    }

    /** The name that was to be reached: TargetName, or the name that the certificate should have borne. */
    public static Optional<String> target(WindowsEvent event) {
        return event.value("TargetName").or(() -> event.eventId() == 36884 ? event.value("Name") : Optional.empty());
    }

    /** One sentence; the rendered message where the event is not known. */
    public static String meaning(WindowsEvent event) {
        String known = EventMessages.schannel(event.eventId(), name -> event.value(name).orElse(null));
        return known != null ? known : event.renderedMessage().map(String::strip).orElse("SCHANNEL event " + event.eventId() + ".");
    }

    private static Optional<String> subject(WindowsEvent event) {
        return event.value("RemoteCertSubjectName").or(() -> event.value("LocalCertSubjectName"));
    }

    private static Optional<String> hresult(WindowsEvent event) {
        OptionalLong code = event.value("ErrorCode").or(() -> event.value("Error")).map(HResult::parse).orElse(OptionalLong.empty());
        return code.isPresent() ? Optional.of(HResult.word(code.getAsLong())) : Optional.empty();
    }

    /** The process that used SSPI, which only newer builds tell; the event itself is always written by lsass.exe. */
    private static Optional<String> process(WindowsEvent event) {
        return event.value("CallerProcessImageName").map(path -> path.substring(path.lastIndexOf('\\') + 1));
    }
}

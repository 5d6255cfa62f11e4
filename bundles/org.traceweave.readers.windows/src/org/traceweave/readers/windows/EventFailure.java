package org.traceweave.readers.windows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.traceweave.model.Evidence;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;

/**
 * What a single event says went wrong, before it is known where in the case the event stands. {@code certificates}: bytes of
 * certificates the event carries (DER). {@code users}: identities the event names, lower-case. The other components are those of
 * {@link WindowsFailure}.
 */
public record EventFailure(
        WindowsFailureKind kind,
        WindowsEvent event,
        Optional<String> processName,
        String meaning,
        OptionalInt alert,
        OptionalLong errorState,
        Optional<String> hresult,
        List<String> trustErrors,
        Optional<String> subject,
        List<String> thumbprints,
        Optional<String> target,
        Optional<String> taskId,
        Optional<String> chainRef,
        List<String> users,
        Optional<String> peer,
        List<byte[]> certificates) {

    public EventFailure {
        trustErrors = List.copyOf(trustErrors);
        thumbprints = List.copyOf(thumbprints);
        users = List.copyOf(users);
        certificates = List.copyOf(certificates);
    }

    /** The failure as the case shows it. */
    public WindowsFailure at(Evidence evidence) {
        return new WindowsFailure(kind, event.provider(), event.eventId(), event.time(), event.host(), processName, meaning, alert,
                errorState, hresult, trustErrors, subject, thumbprints, target, taskId, chainRef, evidence);
    }
}

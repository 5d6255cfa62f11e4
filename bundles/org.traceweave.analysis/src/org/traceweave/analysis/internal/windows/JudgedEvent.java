package org.traceweave.analysis.internal.windows;

import java.util.List;
import java.util.Optional;
import org.traceweave.model.Evidence;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.CertificateRole;
import org.traceweave.readers.windows.EventIdentities;

/**
 * A Windows failure together with the identities its event names beyond those a {@link WindowsFailure} shows. {@code trueTime} is
 * corrected for the host's skew.
 */
public record JudgedEvent(WindowsFailure failure, long trueTime, EventIdentities names) {

    /**
     * The certificates that the event is about. CAPI2 lists the whole chain, the judged certificate first: an authority that signed it
     * signed others too, so that only the first names what was judged.
     */
    List<String> judged() {
        List<String> all = failure.thumbprints();
        return failure.kind() == WindowsFailureKind.CAPI2 && all.size() > 1 ? all.subList(0, 1) : all;
    }

    CertificateRole role() {
        return names.role();
    }

    String host() {
        return failure.host().orElse("");
    }

    Evidence evidence() {
        return failure.evidence();
    }

    /** What is counted as the same thing happening again: host, provider, event and alert. */
    String series() {
        String alert = failure.alert().isPresent() ? Integer.toString(failure.alert().getAsInt()) : "";
        return host() + "/" + failure.provider() + "/" + failure.eventId() + "/" + alert;
    }

    /** The task of CAPI2 on its machine. */
    Optional<String> task() {
        return failure.taskId().map(id -> host() + "/" + id);
    }
}

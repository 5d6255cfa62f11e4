package org.traceweave.analysis.internal.windows;

import java.util.List;
import java.util.Optional;
import org.traceweave.model.WindowsFailure;

/**
 * A Windows failure together with the identities its event names beyond those a {@link WindowsFailure} shows. {@code trueTime} is
 * corrected for the host's skew.
 */
public record JudgedEvent(WindowsFailure failure, long trueTime, List<String> users, Optional<String> peer, List<byte[]> certificates) {

    public JudgedEvent {
        users = List.copyOf(users);
        certificates = List.copyOf(certificates);
    }
}

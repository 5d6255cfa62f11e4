package org.traceweave.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One Windows event that reports a failure, decoded. {@code host} is the machine that judged; {@code trustErrors}:
 * CERT_TRUST_ names without that prefix.
 */
public record WindowsFailure(
        WindowsFailureKind kind,
        String provider,
        int eventId,
        long time,
        Optional<String> host,
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
        Evidence evidence) {

    public WindowsFailure {
        trustErrors = List.copyOf(trustErrors);
        thumbprints = List.copyOf(thumbprints);
    }
}

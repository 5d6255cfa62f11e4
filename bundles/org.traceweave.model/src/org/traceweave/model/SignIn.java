package org.traceweave.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One sign-in attempt as its user would tell it (or a re-authentication, refresh or sign-out). Times: UTC nanoseconds,
 * uncorrected. {@code certificates}: SHA-1 thumbprints its own handshakes carried.
 */
public record SignIn(
        String id,
        SignInKind kind,
        String user,
        Optional<String> endpointId,
        List<String> callIds,
        Optional<String> device,
        Optional<String> clientAddress,
        List<String> hosts,
        Scheme scheme,
        long start,
        long end,
        Outcome outcome,
        Phase phase,
        int challenges,
        OptionalInt status,
        OptionalInt diagnosticId,
        Optional<String> reason,
        Optional<String> hresult,
        List<String> certificates,
        List<SignInStep> steps,
        List<Evidence> messages,
        List<Related> related) {

    public SignIn {
        callIds = List.copyOf(callIds);
        hosts = List.copyOf(hosts);
        certificates = List.copyOf(certificates);
        steps = List.copyOf(steps);
        messages = List.copyOf(messages);
        related = List.copyOf(related);
    }

    /** Whether this attempt ended without a registration, and not only because the trace ends. */
    public boolean isFailure() {
        return outcome == Outcome.FAILED || outcome == Outcome.ABANDONED || outcome == Outcome.TIMED_OUT;
    }
}

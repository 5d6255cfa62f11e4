package org.traceweave.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One sign-in attempt as its user would tell it (or a re-authentication, refresh or sign-out). Times: UTC nanoseconds,
 * uncorrected. {@code certificates}: SHA-1 thumbprints its own handshakes carried; {@code versions}: what ran on both sides, as far as
 * traces tell.
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
        List<Related> related,
        List<SoftwareVersion> versions) {

    public SignIn {
        callIds = List.copyOf(callIds);
        hosts = List.copyOf(hosts);
        certificates = List.copyOf(certificates);
        steps = List.copyOf(steps);
        messages = List.copyOf(messages);
        related = List.copyOf(related);
        versions = List.copyOf(versions);
    }

    /** The same attempt with what stands beside it. */
    public SignIn withRelated(List<Related> newRelated) {
        return new SignIn(id, kind, user, endpointId, callIds, device, clientAddress, hosts, scheme, start, end, outcome, phase, challenges,
                status, diagnosticId, reason, hresult, certificates, steps, messages, newRelated, versions);
    }

    /** The same attempt with the versions of both sides. */
    public SignIn withVersions(List<SoftwareVersion> newVersions) {
        return new SignIn(id, kind, user, endpointId, callIds, device, clientAddress, hosts, scheme, start, end, outcome, phase, challenges,
                status, diagnosticId, reason, hresult, certificates, steps, messages, related, newVersions);
    }

    /** Whether this attempt ended without a registration, and not only because the trace ends. A sign-out wants none, so that it never is one. */
    public boolean isFailure() {
        boolean unfinished = outcome == Outcome.FAILED || outcome == Outcome.ABANDONED || outcome == Outcome.TIMED_OUT;
        return unfinished && kind != SignInKind.SIGN_OUT;
    }
}

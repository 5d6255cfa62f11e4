package org.traceweave.samples.internal.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;
import org.traceweave.samples.IssuedCertificate;

/** What truly happens in one sign-in attempt, noted while it is written. */
final class Attempt {

    private final Endpoint endpoint;
    private final int port;
    private final Scheme scheme;
    private final List<String> callIds = new ArrayList<>();
    private final List<String> hosts = new ArrayList<>();
    private final List<String> certificates = new ArrayList<>();
    private final List<SignInStep> steps = new ArrayList<>();
    private final List<Evidence> messages = new ArrayList<>();
    private long start = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;
    private int challenges;
    private final List<Related> related = new ArrayList<>();
    private OptionalInt status = OptionalInt.empty();
    private OptionalInt diagnosticId = OptionalInt.empty();

    Attempt(Endpoint endpoint, int port, Scheme scheme) {
        this.endpoint = endpoint;
        this.port = port;
        this.scheme = scheme;
    }

    /** The client's record of a message that the Front End traced too. */
    void otherSide(Evidence evidence) {
        messages.add(evidence);
    }

    void message(Evidence evidence, long time) {
        messages.add(evidence);
        start = Math.min(start, time);
        end = Math.max(end, time);
    }

    void callId(String callId) {
        if (!callIds.contains(callId)) {
            callIds.add(callId);
        }
    }

    void host(Host host) {
        if (!hosts.contains(host.name)) {
            hosts.add(host.name);
        }
    }

    void carried(List<IssuedCertificate> chain) {
        chain.stream().map(IssuedCertificate::sha1).filter(sha1 -> !certificates.contains(sha1)).forEach(certificates::add);
    }

    /** A step, shown by the message noted last. */
    void step(Phase phase, long time, String result) {
        steps.add(new SignInStep(phase, time, result, messages.get(messages.size() - 1)));
    }

    void answered(int sipStatus) {
        status = OptionalInt.of(sipStatus);
        if (sipStatus == 401) {
            challenges++;
        }
    }

    /** The final answer gives this id as its reason. */
    void diagnosed(int id) {
        diagnosticId = OptionalInt.of(id);
    }

    /** This record tells why the attempt failed, and is joined to it by what it names. */
    void explainedBy(RelatedKind kind, Evidence evidence) {
        related.add(new Related(kind, Relation.EXPLAINS, 1, 0, evidence, List.of()));
    }

    SignIn ended(int number, Outcome outcome, Phase phase) {
        return new SignIn("truth-" + number, SignInKind.SIGN_IN, endpoint.person.address, Optional.of(endpoint.id), callIds,
                Optional.of(endpoint.userAgent), Optional.of(endpoint.address + ":" + port), hosts, scheme, start, end, outcome, phase,
                challenges, status, diagnosticId, Optional.empty(), Optional.empty(), certificates, steps, messages, related, List.of());
    }
}

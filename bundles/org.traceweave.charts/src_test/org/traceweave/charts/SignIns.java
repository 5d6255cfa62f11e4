package org.traceweave.charts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;

/** Attempts for tests, as the analysis would tell them. */
final class SignIns {

    static final long SECOND = 1_000_000_000L;

    private SignIns() {
    }

    static SignIn attempt(String id, String user, long start, Outcome outcome) {
        return attempt(id, user, "UCCAPI/16.0.7927.1000 OC/16.0.7927.1000 (Skype for Business)", List.of("FE01"), start, outcome, List.of());
    }

    static SignIn attempt(String id, String user, String device, List<String> hosts, long start, Outcome outcome, List<Related> related) {
        Evidence evidence = evidence(id);
        List<SignInStep> steps = List.of(new SignInStep(Phase.OFFER, start, "", evidence),
                new SignInStep(Phase.SERVER_CERTIFICATE, start + SECOND, "", evidence));
        return new SignIn(id, SignInKind.SIGN_IN, user, Optional.empty(), List.of("call-" + id), Optional.of(device), Optional.empty(), hosts,
                Scheme.TLS_DSK, start, start + 2 * SECOND, outcome, Phase.SERVER_CERTIFICATE, 1, OptionalInt.empty(), OptionalInt.empty(),
                Optional.of("the certificate was refused"), Optional.empty(), List.of(), steps, List.of(evidence), related, List.of());
    }

    static Evidence evidence(String source) {
        return new Evidence(source, 0, 10, Optional.empty());
    }
}

package org.traceweave.model;

import java.util.List;
import java.util.Optional;

/**
 * What a diagnostic says: the claim, the evidence for it, the evidence against it, what to do. {@code confidence}: 0 to
 * 1; {@code evidenceCount} is the true number where the list is cut; {@code signins} and {@code connections} are the ids of failing
 * sign-ins, and of connections that died before SIP, to which the evidence is joined by an identity.
 */
public record Finding(
        String id,
        String rule,
        Severity severity,
        String title,
        String summary,
        String explanation,
        String remedy,
        String captureAdvice,
        double confidence,
        List<String> subjects,
        List<String> signins,
        Optional<String> explainedBy,
        List<String> needs,
        List<Evidence> evidence,
        long evidenceCount,
        List<Evidence> against,
        List<String> connections) {

    public Finding {
        subjects = List.copyOf(subjects);
        signins = List.copyOf(signins);
        needs = List.copyOf(needs);
        evidence = List.copyOf(evidence);
        against = List.copyOf(against);
        connections = List.copyOf(connections);
    }

    /** The same claim, weighed differently: at most {@code newSeverity}, and as a consequence of another finding if one is named. */
    public Finding weighed(Severity newSeverity, Optional<String> cause) {
        return new Finding(id, rule, newSeverity, title, summary, explanation, remedy, captureAdvice, confidence, subjects, signins, cause, needs,
                evidence, evidenceCount, against, connections);
    }
}

package org.traceweave.model;

import java.util.List;
import java.util.Optional;

/**
 * What a diagnostic says: the claim, the evidence for it, the evidence against it, what to do. {@code confidence}: 0 to
 * 1; {@code evidenceCount} is the true number where the list is cut.
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
        List<Evidence> against) {

    public Finding {
        subjects = List.copyOf(subjects);
        signins = List.copyOf(signins);
        needs = List.copyOf(needs);
        evidence = List.copyOf(evidence);
        against = List.copyOf(against);
    }
}

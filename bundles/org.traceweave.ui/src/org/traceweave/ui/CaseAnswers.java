package org.traceweave.ui;

import java.util.List;
import java.util.Optional;
import org.traceweave.model.Certificate;
import org.traceweave.model.Finding;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;

/**
 * What the analysis has said of the open case so far; what it has not come to yet is empty, and {@code pending} says what it is busy
 * with. Immutable.
 */
public record CaseAnswers(
        List<SignIn> signIns,
        List<WindowsFailure> failures,
        List<Certificate> certificates,
        List<Finding> findings,
        List<String> troubles,
        Optional<Stage> pending) {

    /** What the analysis is busy with. */
    public enum Stage {
        SIGN_INS,
        FAILURES,
        CERTIFICATES,
        FINDINGS
    }

    public static final CaseAnswers NONE = new CaseAnswers(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    public CaseAnswers {
        signIns = List.copyOf(signIns);
        failures = List.copyOf(failures);
        certificates = List.copyOf(certificates);
        findings = List.copyOf(findings);
        troubles = List.copyOf(troubles);
    }

    CaseAnswers busyWith(Stage stage) {
        return new CaseAnswers(signIns, failures, certificates, findings, troubles, Optional.of(stage));
    }

    CaseAnswers withSignIns(List<SignIn> found) {
        return new CaseAnswers(found, failures, certificates, findings, troubles, pending);
    }

    CaseAnswers withFailures(List<WindowsFailure> found) {
        return new CaseAnswers(signIns, found, certificates, findings, troubles, pending);
    }

    CaseAnswers withCertificates(List<Certificate> found) {
        return new CaseAnswers(signIns, failures, found, findings, troubles, pending);
    }

    CaseAnswers withFindings(List<Finding> found, List<String> newTroubles) {
        return new CaseAnswers(signIns, failures, certificates, found, newTroubles, Optional.empty());
    }

    /** Nothing more is coming; {@code trouble} says why, if it is not that all is there. */
    CaseAnswers ended(Optional<String> trouble) {
        return new CaseAnswers(signIns, failures, certificates, findings, trouble.map(List::of).orElse(troubles), Optional.empty());
    }
}

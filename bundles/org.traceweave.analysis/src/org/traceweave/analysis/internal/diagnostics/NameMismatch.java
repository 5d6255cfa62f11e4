package org.traceweave.analysis.internal.diagnostics;

import org.traceweave.model.Severity;

/** {@code chain.name-mismatch}: the name that was asked for is not among the names of the certificate. */
public final class NameMismatch extends SymptomRule {

    public NameMismatch() {
        super("chain.name-mismatch", "Name does not match",
                "Puts the name that was asked for beside the names in the certificate.");
    }

    @Override
    boolean matches(Symptom symptom) {
        return symptom.hasCode("0x800b010f", "0x80090322") || symptom.hasCode("0xc3e93d67") || symptom.isEvent(36884);
    }

    @Override
    Severity looseSeverity(Symptom symptom) {
        return symptom.certificates().isEmpty() ? Severity.INFO : Severity.WARNING;
    }

    @Override
    String summary(Case group) {
        return "The name that was asked for is not in " + group.thing() + ": " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        String expected = Words.list(group.symptoms().stream().flatMap(symptom -> symptom.target().stream()).toList());
        String found = Words.list(group.certificates().stream().flatMap(certificate -> certificate.subjectAltNames().stream()).toList());
        return (expected.isEmpty() ? "Which name was expected does not stand in the events." : "Expected: " + expected + ".")
                + (found.isEmpty() ? "" : " In the certificate: " + found + ".");
    }

    @Override
    String remedy(Case group) {
        return "Re-issue the certificate with every name by which it is reached among its alternative names, or let clients ask for a name that it has.";
    }

    @Override
    String capture() {
        return Capture.CAPI2;
    }
}

package org.traceweave.analysis.internal.diagnostics;

import org.traceweave.model.Severity;

/** {@code chain.incomplete}: the issuer of a certificate was neither sent nor found. */
public final class IncompleteChain extends SymptomRule {

    public IncompleteChain() {
        super("chain.incomplete", "Incomplete chain",
                "Names the certificate whose issuer could not be found.");
    }

    @Override
    boolean matches(Symptom symptom) {
        return symptom.hasError("IS_PARTIAL_CHAIN") || symptom.hasCode("0x800b010a");
    }

    @Override
    Severity looseSeverity(Symptom symptom) {
        return symptom.certificates().isEmpty() ? Severity.INFO : Severity.WARNING;
    }

    @Override
    String summary(Case group) {
        return group.judge() + " found no issuer for " + group.thing() + ": " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        return "The sender did not send the intermediate certificate, and the machine neither has it nor could fetch it from the address in the certificate.";
    }

    @Override
    String remedy(Case group) {
        return "Install the intermediate certificate in the store Intermediate Certification Authorities of the machine that presents the chain, and restart its service; see whether the address for the issuer "
                + "(authority information access) can be reached.";
    }

    @Override
    String capture() {
        return Capture.CAPI2;
    }
}

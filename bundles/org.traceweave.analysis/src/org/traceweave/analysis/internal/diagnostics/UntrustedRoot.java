package org.traceweave.analysis.internal.diagnostics;

import org.traceweave.model.Severity;

/** {@code chain.untrusted-root}: a chain ends at a root that the machine looking at it does not trust. */
public final class UntrustedRoot extends SymptomRule {

    public UntrustedRoot() {
        super("chain.untrusted-root", "Untrusted root",
                "Names the machine that does not trust the root at which a chain ends.");
    }

    @Override
    boolean matches(Symptom symptom) {
        return symptom.hasError("IS_UNTRUSTED_ROOT", "IS_EXPLICIT_DISTRUST") || symptom.hasCode("0x800b0109", "0x80090325", "0x800b0112") || symptom.hasAlert(48)
                || symptom.isEvent(36882);
    }

    @Override
    Severity looseSeverity(Symptom symptom) {
        return symptom.certificates().isEmpty() ? Severity.INFO : Severity.WARNING;
    }

    @Override
    String summary(Case group) {
        return group.judge() + " does not trust the root of " + group.thing() + ": " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        return "A chain is only accepted where the machine that looks at it has its root among the trusted ones. What another machine trusts does not matter.";
    }

    @Override
    String remedy(Case group) {
        return "Import the root certificate into the machine store Trusted Root Certification Authorities of " + (group.judges().isEmpty() ? "the machine that refused" : Words.list(group.judges()))
                + "; a device outside the domain gets no root by group policy and needs it imported by hand.";
    }

    @Override
    String capture() {
        return Capture.CAPI2;
    }
}

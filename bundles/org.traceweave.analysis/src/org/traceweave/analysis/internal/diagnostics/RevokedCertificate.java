package org.traceweave.analysis.internal.diagnostics;

import org.traceweave.model.Severity;

/** {@code chain.revoked}: a certificate of a refused chain is revoked. */
public final class RevokedCertificate extends SymptomRule {

    public RevokedCertificate() {
        super("chain.revoked", "Revoked certificate",
                "Names the certificate that its issuer has revoked.");
    }

    @Override
    boolean matches(Symptom symptom) {
        return symptom.hasError("IS_REVOKED") || symptom.hasCode("0x80092010", "0x800b010c") || symptom.hasAlert(44) || symptom.isEvent(36883);
    }

    @Override
    Severity looseSeverity(Symptom symptom) {
        return symptom.certificates().isEmpty() ? Severity.INFO : Severity.WARNING;
    }

    @Override
    String summary(Case group) {
        return group.judge() + " found " + group.thing() + " revoked: " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        return "The issuer has put it on its revocation list or says so by OCSP; where that came from stands in the CAPI2 events of the same task.";
    }

    @Override
    String remedy(Case group) {
        return "Issue a new certificate and put it to use; find out why the old one was revoked before using its key again.";
    }

    @Override
    String capture() {
        return Capture.CAPI2;
    }
}

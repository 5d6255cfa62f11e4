package org.traceweave.analysis.internal.diagnostics;

import org.traceweave.model.Severity;

/** {@code tls.peer-rejected-certificate}: alerts 42 to 49 received, or a reset right after the certificate. */
public final class PeerRejectedCertificate extends SymptomRule {

    public PeerRejectedCertificate() {
        super("tls.peer-rejected-certificate", "Certificate rejected by the other side",
                "Names the certificate that the other side of a TLS handshake refused.");
    }

    @Override
    boolean matches(Symptom symptom) {
        boolean received = symptom.event().isEmpty() || symptom.isEvent(36887);
        return received && (symptom.hasAlert(42, 43, 44, 45, 46, 48, 49) || symptom.event().isEmpty() && symptom.hasCode("0x80072746"));
    }

    @Override
    Severity looseSeverity(Symptom symptom) {
        return Severity.INFO;
    }

    @Override
    String summary(Case group) {
        return "The other side refused " + group.thing() + (group.hosts().isEmpty() ? "" : " that " + Words.list(group.hosts()) + " presented") + ": " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        return "An alert says that a certificate was refused, and only roughly why: 42 bad, 43 unsupported, 44 revoked, 45 expired, 46 unknown, 48 issuer unknown, 49 access denied. The reason is known to the machine that refused.";
    }

    @Override
    String remedy(Case group) {
        return "Look at the CAPI2 log of the machine that refused; check that it has the root, that the whole chain is sent, and names, dates and signature of the chain.";
    }

    @Override
    String capture() {
        return Capture.CAPI2;
    }
}

package org.traceweave.analysis.internal.diagnostics;

import org.traceweave.model.Severity;

/** {@code tls.no-credential}: SCHANNEL 36871 or 36886, a server has no usable credential. */
public final class NoCredential extends SymptomRule {

    public NoCredential() {
        super("tls.no-credential", "No TLS credential",
                "Names the machine that has no usable certificate or protocol for TLS.");
    }

    @Override
    boolean matches(Symptom symptom) {
        boolean connection = symptom.event().isEmpty() && !symptom.connections().isEmpty();
        return symptom.isEvent(36871, 36886) || connection && symptom.hasCode("0x8009030e");
    }

    @Override
    Severity looseSeverity(Symptom symptom) {
        return symptom.isEvent(36886) ? Severity.INFO : Severity.WARNING;
    }

    @Override
    String summary(Case group) {
        return Words.list(group.hosts()) + " could not make a TLS credential: " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        return group.symptoms().stream().allMatch(symptom -> symptom.isEvent(36886)) ? "On a client this event is harmless; on a server it means that no certificate is there to present."
                : "A credential needs a certificate with its key and a protocol version that is switched on; switching TLS 1.0 off before all parts can do TLS 1.2 leaves none.";
    }

    @Override
    String remedy(Case group) {
        return "Assign a valid certificate (Set-CsCertificate), and compare the protocols under HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols with what the product needs.";
    }

    @Override
    String capture() {
        return Capture.SYSTEM;
    }
}

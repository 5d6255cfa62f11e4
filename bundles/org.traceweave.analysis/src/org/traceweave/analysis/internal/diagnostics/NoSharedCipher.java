package org.traceweave.analysis.internal.diagnostics;

import org.traceweave.model.Severity;

/** {@code tls.no-shared-cipher}: SCHANNEL 36874 with 36888 alert 40 or 71, or SEC_E_ALGORITHM_MISMATCH. */
public final class NoSharedCipher extends SymptomRule {

    public NoSharedCipher() {
        super("tls.no-shared-cipher", "No shared cipher suite",
                "Tells that two sides share no cipher suite or signature algorithm.");
    }

    @Override
    boolean matches(Symptom symptom) {
        return symptom.isEvent(36874) || symptom.isEvent(36888, 36887) && symptom.hasAlert(40, 71) || symptom.hasCode("0x80090331")
                || symptom.event().isEmpty() && symptom.hasAlert(40, 71);
    }

    @Override
    Severity looseSeverity(Symptom symptom) {
        return Severity.INFO;
    }

    @Override
    String summary(Case group) {
        return (group.hosts().isEmpty() ? "The server" : Words.list(group.hosts())) + " shares no cipher suite with the other side: " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        return "With TLS 1.2 this also happens where the server's chain is signed with MD5 or SHA-512 and the other side does not offer that signature algorithm.";
    }

    @Override
    String remedy(Case group) {
        return "Compare the cipher suites and signature algorithms of both sides; re-issue a chain that is signed with MD5 or SHA-512 with SHA-256. Do not switch TLS 1.2 off.";
    }

    @Override
    String capture() {
        return Capture.SYSTEM;
    }
}

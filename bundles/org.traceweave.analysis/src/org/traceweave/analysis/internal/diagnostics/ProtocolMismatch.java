package org.traceweave.analysis.internal.diagnostics;

import org.traceweave.model.Severity;

/** {@code tls.protocol-mismatch}: alert 70 or SEC_E_UNSUPPORTED_FUNCTION, no TLS version is shared. */
public final class ProtocolMismatch extends SymptomRule {

    public ProtocolMismatch() {
        super("tls.protocol-mismatch", "TLS versions do not meet",
                "Tells that two sides share no TLS version.");
    }

    @Override
    boolean matches(Symptom symptom) {
        return symptom.hasAlert(70) || symptom.hasCode("0x80090302");
    }

    @Override
    Severity looseSeverity(Symptom symptom) {
        return Severity.INFO;
    }

    @Override
    String summary(Case group) {
        return "Two sides share no TLS version, says " + (group.hosts().isEmpty() ? "the client" : Words.list(group.hosts())) + ": " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        return "Alert 70 is sent by the side to which the offered version is too old or too new.";
    }

    @Override
    String remedy(Case group) {
        return "Compare the TLS versions that are switched on on both sides (SCHANNEL\\Protocols, .NET SchUseStrongCrypto); switch TLS 1.2 on before older ones are switched off.";
    }

    @Override
    String capture() {
        return Capture.SYSTEM;
    }
}

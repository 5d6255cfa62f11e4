package org.traceweave.analysis.internal.diagnostics;

/** {@code tls.private-key-unusable}: SCHANNEL 36870 or SEC_E_UNKNOWN_CREDENTIALS, the key of a TLS credential is not accessible. */
public final class PrivateKeyUnusable extends SymptomRule {

    public PrivateKeyUnusable() {
        super("tls.private-key-unusable", "Private key cannot be used",
                "Names the machine that cannot use the private key of its certificate.");
    }

    @Override
    boolean matches(Symptom symptom) {
        return symptom.isEvent(36870, 36869) || symptom.hasCode("0x8009030d");
    }

    @Override
    String summary(Case group) {
        return Words.list(group.hosts()) + " cannot use the private key of its certificate: " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        return "Without its key a server cannot complete any TLS handshake with that certificate, whatever the client does.";
    }

    @Override
    String remedy(Case group) {
        return "Give the service account (Network Service for the Front End) read access to the private key: certlm.msc, All Tasks, Manage Private Keys; or import the "
                + "certificate again with its key.";
    }

    @Override
    String capture() {
        return Capture.SYSTEM;
    }
}

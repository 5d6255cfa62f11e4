package org.traceweave.analysis.internal.diagnostics;

/** {@code store.trust-list-truncated}: SCHANNEL 36885, the list of trusted issuers was too long. */
public final class TruncatedTrustList extends SymptomRule {

    public TruncatedTrustList() {
        super("store.trust-list-truncated", "Trust list cut off",
                "Tells that a server sent only a part of its list of trusted authorities.");
    }

    @Override
    boolean matches(Symptom symptom) {
        return symptom.isEvent(36885);
    }

    @Override
    String summary(Case group) {
        return Words.list(group.hosts()) + " cut off the list of authorities it asks client certificates from: " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        return "The list of a TLS handshake holds about 16 KB. A client whose authority was cut off sends no certificate.";
    }

    @Override
    String remedy(Case group) {
        return "Remove roots that are not needed from Trusted Root Certification Authorities of that machine, or set SendTrustedIssuerList to 0 under "
                + "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL (KB 2464556).";
    }

    @Override
    String capture() {
        return Capture.SYSTEM;
    }
}

package org.traceweave.analysis.internal.diagnostics;

import org.traceweave.model.Severity;

/** {@code chain.invalid-signature}: a signature does not verify under the issuer that was found; one that is only too weak is {@link WeakSignature}'s. */
public final class InvalidSignature extends SymptomRule {

    public InvalidSignature() {
        super("chain.invalid-signature", "Signature not accepted",
                "Names the certificate whose signature its issuer's key does not verify.");
    }

    @Override
    boolean matches(Symptom symptom) {
        boolean weak = symptom.hasError("HAS_WEAK_SIGNATURE") || symptom.hasCode("0x80094016");
        return !weak && (symptom.hasError("IS_NOT_SIGNATURE_VALID") || symptom.hasCode("0x80096004"));
    }

    @Override
    Severity looseSeverity(Symptom symptom) {
        return Severity.WARNING;
    }

    @Override
    String summary(Case group) {
        return group.judge() + " does not accept the signature on " + group.thing() + ": " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        return "Either it was damaged or forged, or it was checked with another certificate of the same issuer name: after a CA was renewed with a new key, both exist.";
    }

    @Override
    String remedy(Case group) {
        return "Compare the authority key identifier of the certificate with the subject key identifiers of all certificates of that issuer; send the one that fits, remove the other.";
    }

    @Override
    String capture() {
        return Capture.CAPI2;
    }
}

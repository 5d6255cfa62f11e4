package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.model.Certificate;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;

/** {@code chain.weak-key}: a certificate of a chain that was refused has an RSA key that is too short. */
public final class WeakKey extends SymptomRule {

    private static final int BROKEN = 1024;
    private static final int SHORT = 2048;

    public WeakKey() {
        super("chain.weak-key", "Weak key", "Names the certificate whose RSA key is shorter than 2048 bits.");
    }

    @Override
    boolean matches(Symptom symptom) {
        return false;
    }

    @Override
    List<Symptom> more(DiagnosticContext context, Symptoms symptoms) throws IOException {
        List<Symptom> more = new ArrayList<>();
        for (SignIn signIn : RefusedCertificates.failing(context)) {
            for (Certificate certificate : symptoms.certificates().refusedChain(signIn)) {
                if (isShort(certificate)) {
                    more.add(Symptoms.ofCertificate(signIn, certificate, "The key of the certificate " + RefusedCertificates.shortName(certificate.subject())
                            + " is RSA with " + certificate.keyBits().getAsInt() + " bits"));
                }
            }
        }
        return more;
    }

    private static boolean isShort(Certificate certificate) {
        return certificate.keyAlgorithm().filter("rsaEncryption"::equals).isPresent() && certificate.keyBits().orElse(SHORT) < SHORT;
    }

    @Override
    Severity joinedSeverity(Case group) {
        return group.certificates().stream().anyMatch(certificate -> certificate.keyBits().orElse(SHORT) < BROKEN) ? Severity.CRITICAL : Severity.WARNING;
    }

    @Override
    String summary(Case group) {
        return "The key of " + group.thing() + " is too short: " + group.whom() + " failed after seeing it.";
    }

    @Override
    String explanation(Case group) {
        return "Windows refuses RSA keys below 1024 bits since KB 2661254; many devices ask for 2048.";
    }

    @Override
    String remedy(Case group) {
        return "Issue the certificate again with a new key of 2048 bits or more.";
    }

    @Override
    String capture() {
        return Capture.CAPI2;
    }
}

package org.traceweave.analysis.internal.diagnostics;

import java.util.List;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;

/** {@code auth.client-has-no-certificate}: TLS-DSK with an empty list of certificates, or certificate provisioning that failed. */
public final class ClientHasNoCertificate extends SignInRule {

    public ClientHasNoCertificate() {
        super("auth.client-has-no-certificate", "Client has no certificate",
                "Tells that a client could not get, or did not send, a user certificate.");
    }

    @Override
    boolean matches(SignIn signIn) {
        if (sentNone(signIn)) {
            return true;
        }
        boolean provisioning = signIn.phase() == Phase.PROVISIONING && signIn.outcome() != Outcome.SUCCEEDED;
        return provisioning && signIn.scheme() != Scheme.NTLM && signIn.scheme() != Scheme.KERBEROS;
    }

    /** Whether it answered the request for a certificate with an empty list. */
    static boolean sentNone(SignIn signIn) {
        return signIn.steps().stream().anyMatch(step -> step.result().contains("no certificate"));
    }

    @Override
    String summary(List<SignIn> attempts) {
        if (attempts.stream().allMatch(ClientHasNoCertificate::sentNone)) {
            return "The client of " + Words.list(users(attempts)) + " sent no certificate where it was asked for a user certificate.";
        }
        return "The client of " + Words.list(users(attempts)) + " has no user certificate to sign in with.";
    }

    @Override
    String explanation(List<SignIn> attempts) {
        if (attempts.stream().allMatch(ClientHasNoCertificate::sentNone)) {
            return "It answered the server's request with an empty list of certificates (L46): it never got one, it was deleted, or none is from an authority that the server asks for. "
                    + "TLS-DSK needs a certificate that the certificate provisioning service issues over HTTPS.";
        }
        return "TLS-DSK needs a certificate that the certificate provisioning service issues over HTTPS; that step failed, is missing, or the client sent an empty list of certificates.";
    }

    @Override
    String remedy(List<SignIn> attempts) {
        return "Make https://<web services>/CertProv/CertProvisioningService.svc reachable for the device (reverse proxy, port 443), and see that the device accepts the certificate presented there.";
    }
}

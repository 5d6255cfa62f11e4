package org.traceweave.analysis.internal.diagnostics;

import java.util.List;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;

/** {@code auth.client-certificate-rejected}: TLS-DSK: the client sent its certificate, and the server refused it. */
public final class ClientCertificateRejected extends SignInRule {

    public ClientCertificateRejected() {
        super("auth.client-certificate-rejected", "User certificate refused",
                "Tells that the server refused the certificate of the user.");
    }

    @Override
    boolean matches(SignIn signIn) {
        boolean sent = signIn.scheme() == Scheme.TLS_DSK && signIn.phase() == Phase.CLIENT_CERTIFICATE;
        return sent && signIn.outcome() == Outcome.FAILED && !ClientHasNoCertificate.sentNone(signIn);
    }

    @Override
    String summary(List<SignIn> attempts) {
        return Words.list(hosts(attempts)) + " refused the user certificate of " + Words.list(users(attempts)) + ".";
    }

    @Override
    String explanation(List<SignIn> attempts) {
        return "The client had accepted the server's certificate and sent its own; the answer was no. A user certificate is good for 180 days, on the pool that issued it, until it is revoked there.";
    }

    @Override
    String remedy(List<SignIn> attempts) {
        return "Delete the user certificate on the device (Delete my sign-in info, or the store Personal), so that a new one is fetched; on the server see Get-CsClientCertificate.";
    }
}

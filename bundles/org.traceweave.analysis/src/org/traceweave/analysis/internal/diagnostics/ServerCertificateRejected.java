package org.traceweave.analysis.internal.diagnostics;

import java.util.List;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;

/** {@code auth.server-certificate-rejected}: TLS-DSK: the server sent its certificate, then came silence or an alert of the client. */
public final class ServerCertificateRejected extends SignInRule {

    public ServerCertificateRejected() {
        super("auth.server-certificate-rejected", "Server certificate refused",
                "Tells that a client stopped when it had seen the server's certificate.");
    }

    @Override
    boolean matches(SignIn signIn) {
        return signIn.scheme() == Scheme.TLS_DSK && signIn.phase() == Phase.SERVER_CERTIFICATE && !signIn.certificates().isEmpty();
    }

    @Override
    String cause(SignIn signIn) {
        return signIn.certificates().getFirst();
    }

    @Override
    List<String> subjects(List<SignIn> attempts) {
        return List.of(attempts.getFirst().certificates().getFirst());
    }

    @Override
    String capture() {
        return Capture.CAPI2;
    }

    @Override
    double confidence(List<SignIn> attempts) {
        return Symptoms.alert(attempts.getFirst()).isPresent() ? 0.9 : 0.5;
    }

    private static List<String> devices(List<SignIn> attempts) {
        return attempts.stream().map(attempt -> attempt.device().map(DeviceName::of).orElse("a client")).distinct().toList();
    }

    @Override
    String summary(List<SignIn> attempts) {
        return Words.list(devices(attempts)) + " of " + Words.list(users(attempts)) + " stopped after " + Words.list(hosts(attempts)) + " had presented its certificate.";
    }

    @Override
    String explanation(List<SignIn> attempts) {
        return (Symptoms.alert(attempts.getFirst()).isPresent() ? "The client answered with an alert." : "The client fell silent; that it refused the certificate is a conclusion.")
                + " Why it might not accept the chain: an untrusted root, a missing intermediate, dates, a name that does not match, revocation that cannot be checked, or a signature "
                + "or key that its policy does not allow.";
    }

    @Override
    String remedy(List<SignIn> attempts) {
        return "Look at the chain on its certificate page, and at the CAPI2 log of the client: it names the reason.";
    }
}

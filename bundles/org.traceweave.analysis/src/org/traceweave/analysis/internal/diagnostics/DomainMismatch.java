package org.traceweave.analysis.internal.diagnostics;

import java.util.List;
import org.traceweave.model.SignIn;

/** {@code route.domain-mismatch}: diagnostic id 1009, the target of the SRV record is not in the domain. */
public final class DomainMismatch extends SignInRule {

    public DomainMismatch() {
        super("route.domain-mismatch", "Server outside the domain",
                "Tells that the server found by DNS is not of the domain that was asked for.");
    }

    @Override
    boolean matches(SignIn signIn) {
        return hasDiagnostic(signIn, 1009);
    }

    @Override
    String summary(List<SignIn> attempts) {
        return "The server that DNS names for the domain of " + Words.list(users(attempts)) + " is not of that domain.";
    }

    @Override
    String explanation(List<SignIn> attempts) {
        return "A service record whose target lies outside the domain is not followed, so that nobody can divert sign-ins (diagnostic id 1009).";
    }

    @Override
    String remedy(List<SignIn> attempts) {
        return "Let the SRV record _sip._tls or _sipinternaltls of the domain point at a name within it, and put that name into the certificate.";
    }
}

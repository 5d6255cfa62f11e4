package org.traceweave.analysis.internal.diagnostics;

import java.util.List;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.SignIn;

/** {@code auth.web-ticket-invalid}: diagnostic ids 28020, 28032 and 28033, or a web ticket that was refused. */
public final class WebTicketInvalid extends SignInRule {

    public WebTicketInvalid() {
        super("auth.web-ticket-invalid", "Web ticket refused",
                "Tells that a web service refused the ticket of a client.");
    }

    @Override
    boolean matches(SignIn signIn) {
        return hasDiagnostic(signIn, 28020, 28032, 28033) || signIn.phase() == Phase.WEB_TICKET && signIn.outcome() == Outcome.FAILED && signIn.diagnosticId().isEmpty();
    }

    @Override
    String summary(List<SignIn> attempts) {
        return "The web services of " + Words.list(hosts(attempts)) + " refused the web ticket of " + Words.list(users(attempts)) + ".";
    }

    @Override
    String explanation(List<SignIn> attempts) {
        return "A ticket is good for the pool that issued it and for some hours: one of another pool, an expired one, or a redirect that was not followed is refused.";
    }

    @Override
    String remedy(List<SignIn> attempts) {
        return "See whether discovery sends the client to its home pool, whether clocks agree, and which pool issued the ticket (X-MS-Server-Fqdn).";
    }
}

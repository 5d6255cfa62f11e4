package org.traceweave.analysis.internal.diagnostics;

import java.util.List;
import org.traceweave.model.Phase;
import org.traceweave.model.SignIn;

/** {@code route.redirect-loop}: diagnostic id 4006, or more than three redirects within one attempt. */
public final class RedirectLoop extends SignInRule {

    private static final int MOST_REDIRECTS = 3;

    public RedirectLoop() {
        super("route.redirect-loop", "Redirected in a circle",
                "Tells that servers send a user on without end.");
    }

    @Override
    boolean matches(SignIn signIn) {
        return hasDiagnostic(signIn, 4006) || redirects(signIn) > MOST_REDIRECTS;
    }

    private static long redirects(SignIn signIn) {
        return signIn.steps().stream().filter(step -> step.phase() == Phase.REDIRECT).count();
    }

    @Override
    String summary(List<SignIn> attempts) {
        List<String> hosts = hosts(attempts).stream().distinct().toList();
        String where = hosts.isEmpty() ? "" : (hosts.size() == 1 ? " by " : " between ") + Words.list(hosts);
        return "Sign-ins of " + Words.list(users(attempts)) + " are sent on" + where + " without arriving.";
    }

    @Override
    String explanation(List<SignIn> attempts) {
        return "Each server holds another one to be the home of the user, or the pool it names does not know the user (diagnostic id 4006): the user was moved, or the servers have not yet replicated alike.";
    }

    @Override
    String remedy(List<SignIn> attempts) {
        return "Get-CsUser | Select RegistrarPool; after a move wait for replication (Get-CsManagementStoreReplicationStatus), then Update-CsUserDatabase.";
    }
}

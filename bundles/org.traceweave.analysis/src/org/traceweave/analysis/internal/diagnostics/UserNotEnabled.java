package org.traceweave.analysis.internal.diagnostics;

import java.util.List;
import org.traceweave.model.SignIn;

/** {@code auth.user-not-enabled}: diagnostic id 4005, 1003, 4141 or 28000, or a bare 404. */
public final class UserNotEnabled extends SignInRule {

    private static final int NOT_FOUND = 404;

    public UserNotEnabled() {
        super("auth.user-not-enabled", "User not enabled",
                "Tells that the user does not exist for the server, or is not enabled.");
    }

    @Override
    boolean matches(SignIn signIn) {
        return hasDiagnostic(signIn, 4005, 1003, 4141, 28000) || signIn.diagnosticId().isEmpty() && signIn.status().orElse(0) == NOT_FOUND;
    }

    @Override
    String summary(List<SignIn> attempts) {
        return Words.list(users(attempts)) + " is not known or not enabled for sign-in on " + Words.list(hosts(attempts)) + ".";
    }

    @Override
    String explanation(List<SignIn> attempts) {
        return "The server looked the user up and refused: not enabled for SIP, disabled, or not yet replicated to this pool.";
    }

    @Override
    String remedy(List<SignIn> attempts) {
        return "Enable-CsUser or Set-CsUser -Enabled $true, then Update-CsUserDatabase; for a new user see whether User Replicator (event 30061) has finished.";
    }
}

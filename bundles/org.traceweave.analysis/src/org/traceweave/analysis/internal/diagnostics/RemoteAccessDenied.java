package org.traceweave.analysis.internal.diagnostics;

import java.util.List;
import org.traceweave.model.SignIn;

/** {@code auth.remote-access-denied}: diagnostic id 4003, the user is not enabled for remote access. */
public final class RemoteAccessDenied extends SignInRule {

    public RemoteAccessDenied() {
        super("auth.remote-access-denied", "Remote access not allowed",
                "Tells that the user may not sign in from outside.");
    }

    @Override
    boolean matches(SignIn signIn) {
        return hasDiagnostic(signIn, 4003);
    }

    @Override
    String summary(List<SignIn> attempts) {
        return Words.list(users(attempts)) + " may not sign in from outside.";
    }

    @Override
    String explanation(List<SignIn> attempts) {
        return "The sign-in came over the Edge, and no external access policy of the user allows it (diagnostic id 4003).";
    }

    @Override
    String remedy(List<SignIn> attempts) {
        return "Grant-CsExternalAccessPolicy with a policy whose EnableOutsideAccess is true, if this user is meant to sign in from outside.";
    }
}

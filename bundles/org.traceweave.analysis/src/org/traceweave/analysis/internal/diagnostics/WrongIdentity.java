package org.traceweave.analysis.internal.diagnostics;

import java.util.List;
import org.traceweave.model.SignIn;

/** {@code auth.wrong-identity}: diagnostic id 4004, the credentials are not authorised for the From address. */
public final class WrongIdentity extends SignInRule {

    public WrongIdentity() {
        super("auth.wrong-identity", "Signed in as somebody else",
                "Tells that the credentials belong to another user than the address.");
    }

    @Override
    boolean matches(SignIn signIn) {
        return hasDiagnostic(signIn, 4004);
    }

    @Override
    String summary(List<SignIn> attempts) {
        return "The credentials that were presented for " + Words.list(users(attempts)) + " belong to another account.";
    }

    @Override
    String explanation(List<SignIn> attempts) {
        return "Authentication itself went through: the account that was authenticated may not act as the address in the From header (diagnostic id 4004). Shared machines and saved credentials do that.";
    }

    @Override
    String remedy(List<SignIn> attempts) {
        return "Remove the saved credentials on the device (Credential Manager, and the sign-in info of the client), and sign in with the account whose SIP address this is; compare user principal name and SIP address.";
    }
}

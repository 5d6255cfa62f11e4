package org.traceweave.analysis.internal.diagnostics;

import java.util.List;
import org.traceweave.model.SignIn;

/** {@code auth.client-version-blocked}: diagnostic id 17002 or 17003, the client version filter. */
public final class ClientVersionBlocked extends SignInRule {

    public ClientVersionBlocked() {
        super("auth.client-version-blocked", "Client version blocked",
                "Names the client version that the server's filter refuses.");
    }

    @Override
    boolean matches(SignIn signIn) {
        return hasDiagnostic(signIn, 17002, 17003);
    }

    @Override
    String cause(SignIn signIn) {
        return signIn.device().orElse(signIn.user());
    }

    @Override
    List<String> subjects(List<SignIn> attempts) {
        return devices(attempts);
    }

    private static List<String> devices(List<SignIn> attempts) {
        return attempts.stream().flatMap(attempt -> attempt.device().stream()).distinct().toList();
    }

    @Override
    String summary(List<SignIn> attempts) {
        return "The client version filter refuses " + Words.list(devices(attempts)) + ": " + Words.count(attempts.size(), "sign-in") + " of " + Words.list(users(attempts)) + " failed.";
    }

    @Override
    String explanation(List<SignIn> attempts) {
        return "The filter looks at the User-Agent alone (diagnostic id 17002 or 17003); the user's credentials were not looked at.";
    }

    @Override
    String remedy(List<SignIn> attempts) {
        return "Update the client, or change the rule: Get-CsClientVersionPolicyRule, Set-CsClientVersionPolicyRule.";
    }
}

package org.traceweave.analysis.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.traceweave.analysis.internal.signin.RegisterMessage.Token;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;

class EndpointHistoryTest {

    private static final double LATER = 100_000;

    private static SignIn only(List<SignIn> signIns) {
        assertEquals(1, signIns.size(), () -> signIns.toString());
        return signIns.getFirst();
    }

    @Test
    void threeOrdinaryChallengesOfTlsDskAreOneSuccessfulSignIn() {
        SignIn signIn = only(new Dialogue().tlsDskSignIn().rebuilt(LATER));
        assertEquals(Outcome.SUCCEEDED, signIn.outcome());
        assertEquals(Phase.REGISTERED, signIn.phase());
        assertEquals(3, signIn.challenges());
        assertEquals(Scheme.TLS_DSK, signIn.scheme());
        assertEquals(List.of("aa", "bb"), signIn.certificates());
    }

    @Test
    void anAlertRightAfterTheServerCertificateFailsThere() {
        SignIn signIn = only(new Dialogue().register(Scheme.NONE, Token.NONE).answer(401).register(Scheme.TLS_DSK, Token.FIRST, Dialogue.hello())
                .challenge(Scheme.TLS_DSK, Dialogue.serverFlight())
                .register(Scheme.TLS_DSK, Token.FURTHER, Dialogue.alert(46, "certificate_unknown")).rebuilt(LATER));
        assertEquals(Outcome.FAILED, signIn.outcome());
        assertEquals(Phase.SERVER_CERTIFICATE, signIn.phase());
        assertEquals("TLS alert 46 certificate_unknown", signIn.reason().orElseThrow());
    }

    @Test
    void silenceAfterTheServerCertificateIsAbandonedThere() {
        SignIn signIn = only(new Dialogue().register(Scheme.NONE, Token.NONE).answer(401).register(Scheme.TLS_DSK, Token.FIRST, Dialogue.hello())
                .challenge(Scheme.TLS_DSK, Dialogue.serverFlight()).rebuilt(LATER));
        assertEquals(Outcome.ABANDONED, signIn.outcome());
        assertEquals(Phase.SERVER_CERTIFICATE, signIn.phase());
        assertEquals(OptionalInt.of(401), signIn.status());
    }

    @Test
    void whatTheTraceCutsOffIsOpen() {
        SignIn signIn = only(new Dialogue().register(Scheme.NONE, Token.NONE).answer(401).rebuilt(20));
        assertEquals(Outcome.OPEN, signIn.outcome());
        assertEquals(Phase.OFFER, signIn.phase());
    }

    @Test
    void aRequestWithoutAnAnswerTimesOut() {
        SignIn signIn = only(new Dialogue().register(Scheme.NONE, Token.NONE).rebuilt(LATER));
        assertEquals(Outcome.TIMED_OUT, signIn.outcome());
        assertEquals(Phase.CONNECT, signIn.phase());
        assertEquals(OptionalInt.empty(), signIn.status());
    }

    @Test
    void aChallengeWithADiagnosticThatEndsTheExchangeIsAFailure() {
        SignIn signIn = only(new Dialogue().register(Scheme.NONE, Token.NONE).answer(401).register(Scheme.NTLM, Token.FIRST)
                .challenge(Scheme.NTLM, TlsFacts.NONE).register(Scheme.NTLM, Token.FURTHER).answer(401, 1000).rebuilt(LATER));
        assertEquals(Outcome.FAILED, signIn.outcome());
        assertEquals(Phase.CREDENTIALS, signIn.phase());
        assertEquals(OptionalInt.of(1000), signIn.diagnosticId());
    }

    @Test
    void aRefusalAfterAuthenticationFailsAsRegistered() {
        SignIn signIn = only(new Dialogue().register(Scheme.NONE, Token.NONE).answer(401).register(Scheme.KERBEROS, Token.FURTHER)
                .answer(403, 4003).rebuilt(LATER));
        assertEquals(Outcome.FAILED, signIn.outcome());
        assertEquals(Phase.REGISTERED, signIn.phase());
    }

    @Test
    void aRedirectFollowedElsewhereIsTheSameAttempt() {
        SignIn signIn = only(new Dialogue().register(Scheme.NONE, Token.NONE).answer(301).host("FE02").call("call-2").tlsDskSignIn().rebuilt(LATER));
        assertEquals(Outcome.SUCCEEDED, signIn.outcome());
        assertEquals(List.of("call-1", "call-2"), signIn.callIds());
        assertEquals(List.of("FE01", "FE02"), signIn.hosts());
    }

    @Test
    void hopsOfOneMessageAreOneMessage() {
        SignIn signIn = only(new Dialogue().register(Scheme.NONE, Token.NONE).againOn("DIR01").answer(401).againOn("DIR01")
                .register(Scheme.KERBEROS, Token.FURTHER).answer(200).rebuilt(LATER));
        assertEquals(1, signIn.challenges());
        assertEquals(List.of("FE01", "DIR01"), signIn.hosts());
    }

    @Test
    void aRetryWithinAMinuteIsTheSameAttemptAndOneAfterAFinalRefusalIsNot() {
        Dialogue retried = new Dialogue().register(Scheme.NONE, Token.NONE).at(40).call("call-2").tlsDskSignIn();
        assertEquals(Outcome.SUCCEEDED, only(retried.rebuilt(LATER)).outcome());
        Dialogue refused = new Dialogue().register(Scheme.NONE, Token.NONE).answer(403).at(40).call("call-2").tlsDskSignIn();
        assertEquals(List.of(Outcome.FAILED, Outcome.SUCCEEDED), refused.rebuilt(LATER).stream().map(SignIn::outcome).toList());
    }

    @Test
    void refreshesReAuthenticationsAndSignOutsAreNoSignIns() {
        Dialogue day = new Dialogue().tlsDskSignIn().at(3600).register(Scheme.TLS_DSK, Token.SIGNED).answer(200).at(7200)
                .register(Scheme.TLS_DSK, Token.SIGNED).answer(401).register(Scheme.TLS_DSK, Token.FIRST, Dialogue.hello())
                .challenge(Scheme.TLS_DSK, Dialogue.serverFlight()).register(Scheme.TLS_DSK, Token.FURTHER, Dialogue.clientFlight())
                .challenge(Scheme.TLS_DSK, TlsFacts.NONE).register(Scheme.TLS_DSK, Token.SIGNED).answer(200).at(9000).signOut().answer(200);
        assertEquals(List.of(SignInKind.SIGN_IN, SignInKind.REFRESH, SignInKind.RE_AUTHENTICATION, SignInKind.SIGN_OUT),
                day.rebuilt(LATER).stream().map(SignIn::kind).toList());
        assertEquals(List.of(Outcome.SUCCEEDED), day.rebuilt(LATER).stream().map(SignIn::outcome).distinct().toList());
    }
}

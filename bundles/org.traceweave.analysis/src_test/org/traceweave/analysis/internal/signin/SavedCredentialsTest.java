package org.traceweave.analysis.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;
import org.traceweave.samples.Direction;
import org.traceweave.samples.KerberosToken;
import org.traceweave.samples.SeededRandom;

/** Sign-ins that begin with what an earlier one agreed on; several endpoints of a user; the same message on every server it passes. */
class SavedCredentialsTest {

    @TempDir
    private Path folder;
    private final RegisterTrace trace = new RegisterTrace();

    private static List<String> results(SignIn signIn) {
        return signIn.steps().stream().map(SignInStep::result).toList();
    }

    private static byte[] ticket() {
        return KerberosToken.request("CONTOSO.LOCAL", "fe01.contoso.local", new SeededRandom(9));
    }

    @Test
    void aSignedFirstRequestSignsInWithoutAChallenge() throws IOException {
        SignIn signIn = trace.signed("TLS-DSK", 7200).answer(200).rebuilt(folder).getFirst();
        assertEquals(SignInKind.SIGN_IN, signIn.kind());
        assertEquals(Outcome.SUCCEEDED, signIn.outcome());
        assertEquals(Scheme.TLS_DSK, signIn.scheme());
        assertEquals(0, signIn.challenges());
        assertEquals(List.of("200 registered, with saved credentials"), results(signIn));
    }

    @Test
    void savedCredentialsThatAreNoLongerTakenAreNoFailureWhereTheClientGoesOn() throws IOException {
        SignIn signIn = trace.signed("TLS-DSK", 7200).answer(401).token("Kerberos", ticket()).answer(200).rebuilt(folder).getFirst();
        assertEquals(Outcome.SUCCEEDED, signIn.outcome());
        assertEquals(Scheme.KERBEROS, signIn.scheme());
        assertEquals(List.of("saved credentials are no longer taken, offered NTLM, TLS-DSK",
                "client sent: Kerberos ticket for sip/fe01.contoso.local of CONTOSO.LOCAL, AES-256", "200 registered"), results(signIn));
    }

    @Test
    void aClientThatStopsThereStopsAtTheOffer() throws IOException {
        SignIn signIn = trace.signed("TLS-DSK", 7200).answer(401).rebuilt(folder).getFirst();
        assertEquals(Outcome.ABANDONED, signIn.outcome());
        assertEquals(Phase.OFFER, signIn.phase());
    }

    @Test
    void aSignOutIsToldAsOne() throws IOException {
        List<SignIn> signIns = trace.register().answer(401).token("Kerberos", ticket()).answer(200).later(60).signed("Kerberos", 0).answer(200, "Expires: 0\r\n").rebuilt(folder);
        assertEquals(List.of(SignInKind.SIGN_IN, SignInKind.SIGN_OUT), signIns.stream().map(SignIn::kind).toList());
        assertEquals(List.of("200 signed out"), results(signIns.getLast()));
    }

    @Test
    void endpointsOfOneUserAreKeptApartHoweverTheirMessagesMix() throws IOException {
        RegisterTrace both = trace;
        both.endpoint("phone", "10.0.0.8:5001", "CPE/4.0.7577.4451").call("call-phone").register().answer(401);
        both.endpoint("laptop", "10.0.0.9:5002", "UCCAPI/16.0.4266.1001").call("call-laptop").register().answer(401).token("Kerberos", ticket()).answer(200);
        List<SignIn> signIns = both.rebuilt(folder);
        assertEquals(List.of(Optional.of("phone"), Optional.of("laptop")), signIns.stream().map(SignIn::endpointId).toList());
        assertEquals(List.of(Outcome.ABANDONED, Outcome.SUCCEEDED), signIns.stream().map(SignIn::outcome).toList());
        assertEquals(List.of(Optional.of("10.0.0.8:5001"), Optional.of("10.0.0.9:5002")), signIns.stream().map(SignIn::clientAddress).toList());
    }

    @Test
    void edgeDirectorAndFrontEndLogOneAttempt() throws IOException {
        String token = RegisterTrace.authorization("Kerberos", ticket());
        trace.host("EDGE01").register().host("POOL01\\DIR01").again(Direction.IN, "Expires: 7200\r\n").host("POOL01\\FE01").again(Direction.IN, "Expires: 7200\r\n")
                .answer(401).host("POOL01\\DIR01").answer(401).host("EDGE01").answer(401);
        trace.host("EDGE01").register(token).host("POOL01\\DIR01").again(Direction.IN, token).host("POOL01\\FE01").again(Direction.IN, token)
                .answer(200).host("POOL01\\DIR01").answer(200).host("EDGE01").answer(200);
        List<SignIn> signIns = trace.rebuilt(folder);
        assertEquals(1, signIns.size());
        SignIn signIn = signIns.getFirst();
        assertEquals(Outcome.SUCCEEDED, signIn.outcome());
        assertEquals(1, signIn.challenges());
        assertEquals(12, signIn.messages().size());
        assertEquals(3, signIn.hosts().size());
        assertEquals(3, signIn.steps().size());
        assertEquals(OptionalInt.of(200), signIn.status());
    }
}

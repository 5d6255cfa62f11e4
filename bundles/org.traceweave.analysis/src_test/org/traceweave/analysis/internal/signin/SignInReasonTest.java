package org.traceweave.analysis.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.SignIn;
import org.traceweave.readers.sip.MsDiagnostics;

/** Why an attempt ended, in words: those of the trace, else what its numbers mean, else what SIP's timers say. */
class SignInReasonTest {

    @TempDir
    private Path folder;
    private final RegisterTrace trace = new RegisterTrace().register();

    private SignIn only() throws IOException {
        List<SignIn> signIns = trace.rebuilt(folder);
        assertEquals(1, signIns.size(), signIns::toString);
        return signIns.getFirst();
    }

    private SignIn refused(int status, String headers) throws IOException {
        trace.answer(status, headers);
        SignIn signIn = only();
        assertEquals(Outcome.FAILED, signIn.outcome());
        return signIn;
    }

    @Test
    void theServersWordsComeFirst() throws IOException {
        SignIn signIn = refused(403, "ms-diagnostics: 4003;reason=\"Not from there\";source=\"fe01.contoso.local\"\r\n");
        assertEquals(Optional.of("Not from there"), signIn.reason());
        assertEquals(OptionalInt.of(4003), signIn.diagnosticId());
    }

    @Test
    void aNumberAloneIsToldByItsMeaning() throws IOException {
        assertEquals(Optional.of("From URI not enabled for remote access."), refused(403, "ms-diagnostics-public: 4003\r\n").reason());
    }

    @Test
    void aNumberThatNobodyKnowsIsTold() throws IOException {
        assertEquals(Optional.of("diagnostic id 54321"), refused(403, "ms-diagnostics: 54321;source=\"fe01\"\r\n").reason());
    }

    @Test
    void everyNumberOfTheTableHasWords() throws IOException {
        try (InputStream table = MsDiagnostics.class.getResourceAsStream("ms-diagnostics.tsv")) {
            List<String> lines = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
            assertEquals(76, lines.size());
            for (String line : lines) {
                int id = Integer.parseInt(line.split("\t")[0]);
                assertEquals(Optional.of(line.split("\t")[1]), new MsDiagnostics("ms-diagnostics", id, Optional.empty(), Map.of(), 0).meaning());
            }
        }
    }

    @Test
    void anHresultIsToldByItsName() throws IOException {
        SignIn signIn = refused(504, "ms-diagnostics: 1010;reason=\"Certificate trust with another server could not be established\";ErrorType=\"x\";HRESULT=\"0x80090325(SEC_E_UNTRUSTED_ROOT)\"\r\n");
        assertEquals(Optional.of("Certificate trust with another server could not be established (0x80090325 SEC_E_UNTRUSTED_ROOT)"), signIn.reason());
        assertEquals(Optional.of("0x80090325"), signIn.hresult());
    }

    @Test
    void aHopThatOnlySaysThatAnotherSaidNothingIsPassedOver() throws IOException {
        SignIn signIn = refused(504, "ms-diagnostics: 1034;reason=\"Previous hop federated peer did not report diagnostic information\"\r\n"
                + "ms-diagnostics: 10003;reason=\"Proxy returned a SIP failure code\"\r\n");
        assertEquals(OptionalInt.of(10_003), signIn.diagnosticId());
        assertEquals(Optional.of("Proxy returned a SIP failure code"), signIn.reason());
    }

    @Test
    void aWarningSaysWhyWhereNoDiagnosticDoes() throws IOException {
        assertEquals(Optional.of("This client is not allowed"), refused(403, "Warning: 310 lcs.microsoft.com \"This client is not allowed\"\r\n").reason());
    }

    @Test
    void aChallengeWithWhatIsNoFailureIsAnOrdinaryOne() throws IOException {
        trace.answer(401, RegisterTrace.OFFERS + "ms-diagnostics: 17004;reason=\"Allowed with URL\"\r\n");
        SignIn signIn = only();
        assertEquals(Outcome.ABANDONED, signIn.outcome());
        assertEquals(OptionalInt.empty(), signIn.diagnosticId());
    }

    @Test
    void silenceOfEitherSideIsToldByTheTimer() throws IOException {
        assertEquals(Optional.of("no answer within 32 s (SIP timer F)"), only().reason());
    }

    @Test
    void aChallengeThatTheClientLeavesIsToldByTheTimer() throws IOException {
        trace.answer(401);
        assertEquals(Optional.of("the client did not go on within 32 s (SIP timer F)"), only().reason());
    }

    @Test
    void aRedirectThatIsNotFollowedIsToldAsSuch() throws IOException {
        trace.answer(301, "Contact: <sip:fe02.contoso.local:5061;transport=tls>\r\n");
        SignIn signIn = only();
        assertEquals(Phase.REDIRECT, signIn.phase());
        assertEquals(Outcome.ABANDONED, signIn.outcome());
        assertEquals(Optional.of("the client did not follow the redirect within 32 s"), signIn.reason());
    }

    @Test
    void successNeedsNoReason() throws IOException {
        trace.answer(200);
        assertEquals(Optional.empty(), only().reason());
    }
}

package org.traceweave.analysis.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.json.JsonText;
import org.traceweave.json.SignInForm;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInStep;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.sip.NtlmToken;
import org.traceweave.samples.KerberosToken;
import org.traceweave.samples.NtlmMessages;
import org.traceweave.samples.SeededRandom;

class TokenWordsTest {

    private static final long NOON = UtcTime.parse("2018-10-16T12:00:00.4247600Z");
    private static final byte[] CHALLENGE = NtlmMessages.challenge("CONTOSO", "contoso.local", "FE01", NOON, new SeededRandom(5));
    private static final byte[] ANSWER = NtlmMessages.authenticate("CONTOSO", "room1", "ROOM-PC", NOON, new SeededRandom(7));

    @TempDir
    private Path folder;

    @Test
    void theNegotiationSaysOnlyThatItIsOne() {
        assertEquals(Optional.of("NTLM negotiation"), TokenWords.ofNtlm(NtlmMessages.negotiate()));
    }

    @Test
    void theChallengeTellsTheServersDomainAndClock() {
        assertEquals(Optional.of("NTLM challenge of CONTOSO, clock 2018-10-16T12:00:00.424Z"), TokenWords.ofNtlm(CHALLENGE));
    }

    @Test
    void theAnswerTellsAccountMachineVersionAndTheClockItEchoes() {
        assertEquals(Optional.of("NTLM answer (version 2) of CONTOSO\\room1 from ROOM-PC, clock 2018-10-16T12:00:00.424Z"), TokenWords.ofNtlm(ANSWER));
    }

    @Test
    void anAnswerWithoutAnAccountIsAnonymous() {
        byte[] anonymous = Arrays.copyOf(ANSWER, ANSWER.length);
        // lengths of NT response, domain and user
        for (int field : new int[] {20, 28, 36}) {
            anonymous[field] = 0;
            anonymous[field + 1] = 0;
        }
        assertEquals(Optional.of("NTLM answer, anonymous from ROOM-PC"), TokenWords.ofNtlm(anonymous));
    }

    @Test
    void whereverAnAnswerIsCutTheRestIsReadAsFarAsItGoes() {
        for (int length = 0; length < ANSWER.length; length++) {
            Optional<String> words = TokenWords.ofNtlm(Arrays.copyOf(ANSWER, length));
            words.ifPresent(TokenWordsTest::hasNoResponse);
            assertEquals(length >= 12, words.isPresent(), "cut to " + length);
        }
    }

    @Test
    void theTicketTellsItsServiceRealmAndEncryption() {
        assertEquals(Optional.of("Kerberos ticket for sip/fe01.contoso.local of CONTOSO.LOCAL, AES-256"),
                TokenWords.ofKerberos(KerberosToken.request("CONTOSO.LOCAL", "fe01.contoso.local", new SeededRandom(9))));
    }

    @Test
    void otherBytesAreNoToken() {
        assertEquals(Optional.empty(), TokenWords.ofNtlm(new byte[] {1, 2, 3}));
        assertEquals(Optional.empty(), TokenWords.ofKerberos("no ticket at all".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anNtlmSignInTellsAllThreeMessagesAndNoResponse() throws IOException {
        SignIn signIn = new RegisterTrace().register().answer(401).token("NTLM", NtlmMessages.negotiate()).challenge("NTLM", CHALLENGE).token("NTLM", ANSWER).answer(200)
                .rebuilt(folder).getFirst();
        assertEquals(Scheme.NTLM, signIn.scheme());
        assertEquals(Outcome.SUCCEEDED, signIn.outcome());
        assertEquals(2, signIn.challenges());
        assertEquals(List.of("offered NTLM, TLS-DSK", "challenged: NTLM challenge of CONTOSO, clock 2018-10-16T12:00:00.424Z",
                "client sent: NTLM answer (version 2) of CONTOSO\\room1 from ROOM-PC, clock 2018-10-16T12:00:00.424Z", "200 registered"),
                signIn.steps().stream().map(SignInStep::result).toList());
        hasNoResponse(JsonText.of(signIn, SignInForm.FORM));
    }

    @Test
    void aKerberosSignInTellsItsTicket() throws IOException {
        SignIn signIn = new RegisterTrace().register().answer(401)
                .token("Kerberos", KerberosToken.request("CONTOSO.LOCAL", "fe01.contoso.local", new SeededRandom(9))).answer(200).rebuilt(folder).getFirst();
        assertEquals(Scheme.KERBEROS, signIn.scheme());
        assertEquals(1, signIn.challenges());
        assertEquals(new SignInStep(Phase.CREDENTIALS, signIn.steps().get(1).time(), "client sent: Kerberos ticket for sip/fe01.contoso.local of CONTOSO.LOCAL, AES-256",
                signIn.steps().get(1).evidence()), signIn.steps().get(1));
    }

    /** Neither the NT nor the LM response nor the session key, in hex or base64. */
    private static void hasNoResponse(String text) {
        NtlmToken token = NtlmToken.parse(ANSWER).orElseThrow();
        String response = token.ntResponse(true);
        byte[] proof = HexFormat.of().parseHex(response.substring(0, 32));
        assertFalse(text.toLowerCase(Locale.ROOT).contains(response.substring(0, 32)), text);
        assertFalse(text.contains(Base64.getEncoder().encodeToString(proof).substring(0, 16)), text);
    }
}

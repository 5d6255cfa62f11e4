package org.traceweave.analysis.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.internal.signin.RegisterMessage.Token;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInStep;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.Direction;
import org.traceweave.samples.HandshakeWriter;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;
import org.traceweave.samples.SeededRandom;

/** TLS-DSK handshakes spread over SIP messages and TLS records, and what a sign-in says of them. */
class HandshakeFragmentsTest {

    private static final byte[] EMPTY = {};

    private final IssuedCertificate root = CertificateMaker.subject("CN=Contoso Root CA").authority().key(SampleKeys.rsa(1)).make();
    private final IssuedCertificate frontEnd = CertificateMaker.subject("CN=fe01.contoso.local").issuedBy(root).server().make();
    private final IssuedCertificate user = CertificateMaker.subject("CN=room1@contoso.com").issuedBy(root).client().make();
    private final HandshakeWriter handshake = new HandshakeWriter(new SeededRandom(3));
    private final RegisterTrace trace = new RegisterTrace().register().answer(401);

    @TempDir
    private Path folder;

    private SignIn only() throws IOException {
        List<SignIn> signIns = trace.rebuilt(folder);
        assertEquals(1, signIns.size(), signIns::toString);
        return signIns.getFirst();
    }

    private byte[] hello() {
        return handshake.clientHello("fe01.contoso.local");
    }

    private byte[] serverFlight() {
        return handshake.serverFlight(List.of(frontEnd, root), List.of("CN=Communications Server", "CN=Contoso Root CA"));
    }

    private static byte[] part(byte[] whole, int from, int to) {
        return Arrays.copyOfRange(whole, from, to);
    }

    /** The same handshake bytes in records of {@code length} at most. */
    private static byte[] inRecordsOf(int length, byte[] flight) {
        byte[] out = new byte[flight.length + 5 * (flight.length / length + 1)];
        int at = 0;
        for (int from = 5; from < flight.length; from += length) {
            int size = Math.min(length, flight.length - from);
            out[at++] = 22;
            out[at++] = 3;
            out[at++] = 3;
            out[at++] = (byte) (size >> 8);
            out[at++] = (byte) size;
            System.arraycopy(flight, from, out, at, size);
            at += size;
        }
        return Arrays.copyOf(out, at);
    }

    private static List<String> results(SignIn signIn) {
        return signIn.steps().stream().map(SignInStep::result).toList();
    }

    @Test
    void aServerFlightThatEndsWithinARecordGoesOnInTheNextAnswer() throws IOException {
        byte[] flight = serverFlightAfterHello();
        trace.challenge("TLS-DSK", part(flight, 0, 700)).token("TLS-DSK", EMPTY).challenge("TLS-DSK", part(flight, 700, flight.length));
        SignIn signIn = only();
        assertEquals(List.of(frontEnd.sha1(), root.sha1()), signIn.certificates());
        assertEquals(Phase.SERVER_CERTIFICATE, signIn.phase());
        assertEquals(Outcome.ABANDONED, signIn.outcome());
        assertTrue(results(signIn).getLast().startsWith("server presented its certificate, TLS 1.2, TLS_RSA_WITH_AES_256_CBC_SHA256, chain of 2, "
                + "asks for a certificate of CN=Communications Server or 1 more"), results(signIn)::toString);
    }

    private byte[] serverFlightAfterHello() {
        trace.token("TLS-DSK", hello());
        return serverFlight();
    }

    @Test
    void aFlightOfManySmallRecordsOverThreeAnswersIsReadAsOne() throws IOException {
        byte[] flight = inRecordsOf(512, serverFlightAfterHello());
        // the cuts fall between two records, and within one
        trace.challenge("TLS-DSK", part(flight, 0, 517)).token("TLS-DSK", EMPTY).challenge("TLS-DSK", part(flight, 517, 900)).token("TLS-DSK", EMPTY)
                .challenge("TLS-DSK", part(flight, 900, flight.length));
        assertEquals(List.of(frontEnd.sha1(), root.sha1()), only().certificates());
    }

    @Test
    void anEmptyAnswerInTheMiddleOfAFlightEndsNothing() throws IOException {
        byte[] flight = serverFlightAfterHello();
        trace.challenge("TLS-DSK", part(flight, 0, 700)).token("TLS-DSK", EMPTY).challenge("TLS-DSK", EMPTY).token("TLS-DSK", EMPTY)
                .challenge("TLS-DSK", part(flight, 700, flight.length));
        assertEquals(List.of(frontEnd.sha1(), root.sha1()), only().certificates());
    }

    @Test
    void whereverTheFlightIsCutItsCertificatesAreWhole() {
        long seed = System.nanoTime();
        System.getLogger(HandshakeFragmentsTest.class.getName()).log(System.Logger.Level.INFO, "seed " + seed);
        Random random = new Random(seed);
        byte[] flight = inRecordsOf(300 + random.nextInt(1000), serverFlight());
        for (int run = 0; run < 50; run++) {
            int first = 1 + random.nextInt(flight.length - 2);
            int second = first + random.nextInt(flight.length - first);
            Dialogue dialogue = new Dialogue().register(Scheme.TLS_DSK, Token.FIRST, Dialogue.hello())
                    .challenge(Scheme.TLS_DSK, TokenReading.tls(part(flight, 0, first)).tls()).register(Scheme.TLS_DSK, Token.FURTHER)
                    .challenge(Scheme.TLS_DSK, TokenReading.tls(part(flight, first, second)).tls()).register(Scheme.TLS_DSK, Token.FURTHER)
                    .challenge(Scheme.TLS_DSK, TokenReading.tls(part(flight, second, flight.length)).tls());
            assertEquals(List.of(frontEnd.sha1(), root.sha1()), dialogue.rebuilt(1000).getFirst().certificates(),
                    "seed " + seed + ", cut at " + first + " and " + second);
        }
    }

    @Test
    void aClientFlightInTwoRequestsTellsTheClientsCertificate() throws IOException {
        trace.token("TLS-DSK", hello()).challenge("TLS-DSK", serverFlight());
        byte[] flight = handshake.clientFlight(Optional.of(user));
        trace.token("TLS-DSK", part(flight, 0, 300)).challenge("TLS-DSK", EMPTY).token("TLS-DSK", part(flight, 300, flight.length)).answer(401);
        SignIn signIn = only();
        assertEquals(List.of(frontEnd.sha1(), root.sha1(), user.sha1()), signIn.certificates());
        assertEquals(Phase.CLIENT_CERTIFICATE, signIn.phase());
        assertTrue(results(signIn).contains("client began to send its certificate"), results(signIn)::toString);
        assertTrue(results(signIn).contains("client sent its certificate"), results(signIn)::toString);
    }

    @Test
    void theCaseFindsTheSameCertificatesInASpreadFlight() throws IOException {
        byte[] flight = serverFlightAfterHello();
        trace.challenge("TLS-DSK", part(flight, 0, 700)).token("TLS-DSK", EMPTY).challenge("TLS-DSK", part(flight, 700, flight.length));
        assertEquals(List.of(frontEnd.sha1(), root.sha1()).stream().sorted().toList(), trace.certificates(folder));
    }

    @Test
    void hopsCopiesOfAPartAreThatPartOnce() throws IOException {
        byte[] flight = serverFlightAfterHello();
        byte[] first = part(flight, 0, 700);
        byte[] second = part(flight, 700, flight.length);
        trace.challenge("TLS-DSK", first).host("POOL01\\DIR01").challenge("TLS-DSK", first).host("POOL01\\FE01").token("TLS-DSK", EMPTY).challenge("TLS-DSK", second)
                .host("POOL01\\DIR01").challenge("TLS-DSK", second);
        SignIn signIn = only();
        assertEquals(List.of(frontEnd.sha1(), root.sha1()), signIn.certificates());
        assertEquals(3, signIn.challenges());
    }

    @Test
    void aCopyThatWasLoggedCutIsReadAsTheWholeOneSays() throws IOException {
        byte[] flight = serverFlightAfterHello();
        trace.challenge("TLS-DSK", part(flight, 0, 700)).host("POOL01\\DIR01").challenge("TLS-DSK", flight);
        SignIn signIn = only();
        assertEquals(List.of(frontEnd.sha1(), root.sha1()), signIn.certificates());
        assertTrue(results(signIn).getLast().contains("chain of 2"), results(signIn)::toString);
    }

    @Test
    void aNewHandshakeAfterACutOneBeginsAnew() throws IOException {
        byte[] flight = serverFlightAfterHello();
        trace.challenge("TLS-DSK", part(flight, 0, 700)).token("TLS-DSK", hello()).challenge("TLS-DSK", part(flight, 0, 900)).token("TLS-DSK", EMPTY)
                .challenge("TLS-DSK", part(flight, 900, flight.length));
        assertEquals(List.of(frontEnd.sha1(), root.sha1()), only().certificates());
    }

    @Test
    void anEmptyCertificateListIsToldAsSuch() throws IOException {
        trace.token("TLS-DSK", hello()).challenge("TLS-DSK", serverFlight()).token("TLS-DSK", handshake.clientFlight(Optional.empty())).answer(401);
        SignIn signIn = only();
        assertTrue(results(signIn).contains("client sent no certificate: its list is empty (L46)"), results(signIn)::toString);
        assertEquals(Phase.CLIENT_CERTIFICATE, signIn.phase());
    }

    @Test
    void anAlertOfTheServerSaysWhatTheClientOffered() throws IOException {
        trace.token("TLS-DSK", handshake.version(0x0301).clientHello("fe01.contoso.local")).challenge("TLS-DSK", HandshakeWriter.alert(2, 70));
        SignIn signIn = only();
        assertEquals(Optional.of("TLS alert 70 protocol_version"), signIn.reason());
        assertEquals(Phase.SERVER_CERTIFICATE, signIn.phase());
        assertEquals("server sent TLS alert 70 protocol_version; the client offered TLS 1.0 at most", results(signIn).getLast());
    }

    @Test
    void aWarningAmidAServerFlightStopsNothing() throws IOException {
        byte[] flight = serverFlightAfterHello();
        byte[] warning = HandshakeWriter.alert(1, 112);
        byte[] both = Arrays.copyOf(warning, warning.length + flight.length);
        System.arraycopy(flight, 0, both, warning.length, flight.length);
        trace.challenge("TLS-DSK", both);
        SignIn signIn = only();
        assertEquals(Outcome.ABANDONED, signIn.outcome());
        assertEquals(List.of(frontEnd.sha1(), root.sha1()), signIn.certificates());
    }

    @Test
    void aWholeHandshakeOverHopsSucceedsWithBothSidesCertificates() throws IOException {
        byte[] hello = hello();
        byte[] server = serverFlight();
        byte[] client = handshake.clientFlight(Optional.of(user));
        trace.token("TLS-DSK", hello).host("POOL01\\DIR01").again(Direction.IN, RegisterTrace.authorization("TLS-DSK", hello)).host("POOL01\\FE01")
                .challenge("TLS-DSK", server).token("TLS-DSK", client).challenge("TLS-DSK", handshake.serverFinished()).signed("TLS-DSK", 7200).answer(200);
        SignIn signIn = only();
        assertEquals(Outcome.SUCCEEDED, signIn.outcome());
        assertEquals(List.of(frontEnd.sha1(), root.sha1(), user.sha1()), signIn.certificates());
        assertEquals(List.of("FE01", "DIR01"), signIn.hosts());
        assertTrue(results(signIn).contains("handshake finished"), results(signIn)::toString);
        assertEquals(3, signIn.challenges());
    }
}

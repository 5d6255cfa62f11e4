package org.traceweave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.traceweave.probe.ProbeFailure.Kind;

/** Endpoints that show no chain: each is told in a sentence, and nothing else happens. */
class RefusalsTest {

    private static void assertTold(ProbeResult result, Kind kind, String words) {
        ProbeFailure failure = Probing.failure(result);
        assertEquals(kind, failure.kind(), failure::text);
        assertTrue(failure.text().contains(words), failure::text);
        assertTrue(result.findings().stream().anyMatch(finding -> finding.summary().contains(words)), () -> result.findings().toString());
        assertTrue(result.certificates().isEmpty());
        assertTrue(result.verdicts().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1 400 Bad Request, plain HTTP", "220 mail.contoso.com ESMTP, STARTTLS", "SSH-2.0-OpenSSH_9.2, SSH",
            "* OK IMAP4 ready, mailbox",
        "SIP/2.0 400 Bad Request, plain SIP", "Hello there stranger, Hello there stranger"})
    void aServerOfAnotherProtocolIsCalledByName(String greeting, String words) {
        try (Loopback server = Loopback.answering((greeting + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1))) {
            assertTold(Probing.probe(server), Kind.NOT_TLS, words);
        }
    }

    @Test
    void bytesOfNoProtocolAreShownInHex() {
        try (Loopback server = Loopback.answering(new byte[] {0x13, 0x37, (byte) 0xca, (byte) 0xfe, 0x01, 0x02, 0x03, 0x04})) {
            assertTold(Probing.probe(server), Kind.NOT_TLS, "1337cafe01020304");
        }
    }

    @ParameterizedTest
    @CsvSource({"40, handshake_failure, tls.no-shared-cipher", "70, protocol_version, tls.protocol-mismatch",
            "71, insufficient_security, tls.no-shared-cipher",
        "80, internal_error, tls.alert"})
    void anAlertIsExplained(int alert, String name, String rule) {
        try (Loopback server = Loopback.answering(TlsServerScript.alert(2, alert))) {
            ProbeResult result = Probing.probe(server);
            assertTold(result, Kind.ALERT, name + " (" + alert + ")");
            assertTrue(Probing.finding(result, rule).isPresent(), () -> Probing.rules(result).toString());
            assertTrue(result.attempts().size() > 1, "older offers are tried before giving up");
        }
    }

    @Test
    void aServerThatClosesAtOnceIsTold() {
        try (Loopback server = Loopback.serving((socket, in) -> Loopback.readSome(socket, in))) {
            assertTold(Probing.probe(server), Kind.CLOSED, "without a word");
        }
    }

    @Test
    void aServerThatResetsIsTold() {
        try (Loopback server = Loopback.serving((socket, in) -> socket.setSoLinger(true, 0))) {
            assertTold(Probing.probe(server), Kind.RESET, "broke off the connection");
        }
    }

    @Test
    void aServerThatSaysNothingIsGivenUpAfterTheTimeAllowed() {
        try (Loopback server = Loopback.serving(Loopback::readToEnd)) {
            ProbeResult result = Probing.probe(Probing.request(server.target()).withTimeout(Duration.ofMillis(300)));
            assertTold(result, Kind.TIMEOUT, "said nothing for 300 ms");
        }
    }

    @Test
    void aFlightThatEndsWithinTheCertificateIsTold() {
        try (Loopback server = Loopback.serving((socket, in) -> {
            byte[] flight = TlsServerScript.sending(Probing.SERVER, Probing.ISSUING).flight(Loopback.readSome(socket, in));
            socket.getOutputStream().write(Arrays.copyOf(flight, 700));
        })) {
            assertTold(Probing.probe(server), Kind.CLOSED, "within a record");
        }
    }

    @Test
    void nobodyListeningIsToldAsRefusal() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertTold(Probing.probe(Probing.request(ProbeTarget.parse("127.0.0.1:" + port))), Kind.REFUSED, "nothing listens");
    }

    @Test
    void aNameWithoutAddressIsTold() {
        assertTold(Probing.probe(Probing.request(ProbeTarget.parse("no-such-host.invalid"))), Kind.UNKNOWN_HOST,
                "no-such-host.invalid has no address");
    }

    @Test
    void aMessageOfImpossibleLengthIsNotWaitedFor() {
        byte[] message = {2, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0};
        try (Loopback server = Loopback.answering(TlsServerScript.records(0x0303, message))) {
            assertTold(Probing.probe(server), Kind.MALFORMED, "16777215 bytes");
        }
    }

    @Test
    void aSuiteThatWasNotOfferedIsTold() {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER).suite(0x0001).start()) {
            assertTold(Probing.probe(server), Kind.MALFORMED, "TLS_RSA_WITH_NULL_MD5, which was not offered");
        }
    }

    @Test
    void damagedFlightsEndInAResultWhateverTheyHold() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole = TlsServerScript.sending(Probing.SERVER, Probing.ISSUING).signingWith(Probing.SERVER.key().getPrivate())
                .askingForCertificate(Probing.ROOT.parsed().getSubject().getEncoded()).flight(new byte[64]);
        for (int round = 0; round < 150; round++) {
            byte[] damaged = whole.clone();
            for (int hits = random.nextInt(6); hits >= 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            byte[] cut = Arrays.copyOf(damaged, random.nextInt(4) == 0 ? random.nextInt(damaged.length) : damaged.length);
            try (Loopback server = Loopback.answering(cut)) {
                ProbeResult result = Probing.probe(server);
                assertTrue(result.failure().isPresent() != result.handshake().isPresent(), () -> "seed " + seed);
            }
        }
    }

    @Test
    void waitingCanBeCancelled() {
        try (Loopback server = Loopback.serving(Loopback::readToEnd)) {
            boolean[] started = {false};
            assertThrows(CancellationException.class,
                    () -> ProbeClient.probe(Probing.request(server.target()), doing -> started[0] = true, () -> started[0]));
        }
    }
}

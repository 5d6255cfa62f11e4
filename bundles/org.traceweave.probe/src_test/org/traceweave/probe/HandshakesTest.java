package org.traceweave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.model.Severity;
import org.traceweave.probe.ProbeHandshake.KeyProof;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** Handshakes up to TLS 1.2 with servers made of the messages that a test wants. */
class HandshakesTest {

    private static ProbeHandshake handshake(ProbeResult result) {
        return result.handshake().orElseThrow(() -> new AssertionError(result.failure().toString()));
    }

    @Test
    void theChainIsGivenAsSent() {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER, Probing.ISSUING).start()) {
            ProbeResult result = Probing.probe(server);
            assertEquals(List.of(Optional.of(Probing.SERVER.sha1()), Optional.of(Probing.ISSUING.sha1())),
                    result.certificates().stream().map(certificate -> certificate.sha1()).toList());
            assertEquals("TLS 1.2", handshake(result).versionName());
            assertEquals("TLS_RSA_WITH_AES_128_CBC_SHA", handshake(result).cipherSuiteName());
            assertEquals(KeyProof.NONE, handshake(result).keyProof());
            assertEquals(Optional.of("127.0.0.1:" + server.port()), result.address());
        }
    }

    @Test
    void nothingButOneClientHelloIsSent() {
        Loopback server = TlsServerScript.sending(Probing.SERVER).start();
        Probing.probe(server);
        server.close();
        byte[] sent = server.received().getFirst();
        assertEquals(22, sent[0]);
        assertEquals(sent.length, 5 + ((sent[3] & 0xff) << 8 | sent[4] & 0xff), "one record and nothing after it");
        assertEquals(List.of(1), TlsRecords.read(sent).handshakeTypes());
        assertEquals(Optional.of("localhost"), TlsServerScript.read(sent).serverName());
    }

    @Test
    void noServerNameIsAskedForWhereNoneIsWanted() {
        Loopback server = TlsServerScript.sending(Probing.SERVER).start();
        Probing.probe(Probing.request(server.target()).withServerName(Optional.empty()));
        server.close();
        assertEquals(Optional.empty(), TlsServerScript.read(server.received().getFirst()).serverName());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0301, 0x0302, 0x0303})
    void theServersProofOfItsKeyIsCheckedInEveryVersion(int version) {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER, Probing.ISSUING).version(version).signingWith(Probing.SERVER.key()
                .getPrivate()).start()) {
            ProbeHandshake handshake = handshake(Probing.probe(server));
            assertEquals(version, handshake.version());
            assertEquals(KeyProof.PROVEN, handshake.keyProof());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0301, 0x0303})
    void aKeyThatIsNotTheCertificatesIsFound(int version) {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER).version(version).signingWith(Probing.ROOT.key().getPrivate()).start()) {
            ProbeResult result = Probing.probe(server);
            assertEquals(KeyProof.WRONG, handshake(result).keyProof());
            assertTrue(Probing.finding(result, "tls.key-mismatch").isPresent());
        }
    }

    @Test
    void anOldVersionIsToldAsWarning() {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER).version(0x0301).start()) {
            ProbeResult result = Probing.probe(server);
            assertEquals("TLS 1.0", handshake(result).versionName());
            assertEquals(Severity.WARNING, Probing.finding(result, "tls.old-version").orElseThrow().severity());
        }
    }

    @Test
    void aServerThatCannotBearNewVersionsIsAskedAgainWithOlderOnes() {
        TlsServerScript script = TlsServerScript.sending(Probing.SERVER).version(0x0301);
        try (Loopback server = Loopback.serving((socket, received) -> {
            byte[] hello = Loopback.readSome(socket, received);
            if (TlsServerScript.read(hello).version() == 0x0301) {
                script.answer(socket, hello);
                Loopback.readToEnd(socket, received);
            }
        })) {
            ProbeResult result = Probing.probe(server);
            assertEquals("TLS 1.0", handshake(result).versionName());
            assertEquals(3, result.attempts().size());
            assertTrue(Probing.finding(result, "tls.intolerant").orElseThrow().summary().contains("TLS 1.3, TLS 1.2, TLS 1.1, TLS 1.0"));
        }
    }

    @Test
    void aServerWithoutACertificateForTheNameIsAskedWithoutOne() {
        TlsServerScript script = TlsServerScript.sending(Probing.SERVER);
        try (Loopback server = Loopback.serving((socket, received) -> {
            byte[] hello = Loopback.readSome(socket, received);
            if (TlsServerScript.read(hello).serverName().isPresent()) {
                socket.getOutputStream().write(TlsServerScript.alert(2, 112));
            } else {
                script.answer(socket, hello);
                Loopback.readToEnd(socket, received);
            }
        })) {
            ProbeResult result = Probing.probe(server);
            assertEquals(Optional.empty(), handshake(result).serverName());
            assertTrue(Probing.finding(result, "tls.intolerant").orElseThrow().summary().contains("unrecognized_name"));
        }
    }

    @Test
    void aWarningAboutTheNameDoesNotEndTheHandshake() {
        TlsServerScript script = TlsServerScript.sending(Probing.SERVER);
        try (Loopback server = Loopback.serving((socket, received) -> {
            byte[] hello = Loopback.readSome(socket, received);
            socket.getOutputStream().write(TlsServerScript.alert(1, 112));
            script.answer(socket, hello);
            Loopback.readToEnd(socket, received);
        })) {
            assertEquals(1, handshake(Probing.probe(server)).sent().size());
        }
    }

    @Test
    void chainsThatDependOnTheServerNameAreFound() {
        IssuedCertificate other = CertificateMaker.subject("CN=default.contoso.com").key(SampleKeys.rsa(4)).dns("default.contoso.com").server()
                .issuedBy(Probing.ISSUING).make();
        try (Loopback server = Loopback.serving((socket, received) -> {
            byte[] hello = Loopback.readSome(socket, received);
            TlsServerScript.sending(TlsServerScript.read(hello).serverName().isPresent() ? Probing.SERVER : other).answer(socket, hello);
            Loopback.readToEnd(socket, received);
        })) {
            ProbeResult result = Probing.probe(Probing.request(server.target()).withEverything(true));
            assertEquals(other.sha1(), result.withoutServerName().orElseThrow().sent().getFirst().facts().sha1().orElseThrow());
            assertTrue(Probing.finding(result, "tls.server-name").orElseThrow().summary().contains(other.sha1()));
        }
    }

    @Test
    void versionsAndSuitesAreListedInTheServersOrder() {
        List<Integer> taken = List.of(0xc014, 0x002f, 0x0005);
        try (Loopback server = Loopback.serving((socket, received) -> {
            byte[] hello = Loopback.readSome(socket, received);
            Optional<Integer> choice = taken.stream().filter(TlsServerScript.read(hello).cipherSuites()::contains).findFirst();
            if (TlsServerScript.read(hello).version() < 0x0302 || choice.isEmpty()) {
                socket.getOutputStream().write(TlsServerScript.alert(2, TlsServerScript.read(hello).version() < 0x0302 ? 70 : 40));
            } else {
                TlsServerScript.sending(Probing.SERVER).version(Math.min(0x0303,
                        TlsServerScript.read(hello).version())).suite(choice.get()).answer(socket, hello);
            }
        })) {
            ProbeResult result = Probing.probe(Probing.request(server.target()).withEverything(true));
            assertEquals(List.of("TLS 1.3 no []", "TLS 1.2 yes [49172, 47, 5]", "TLS 1.1 yes [49172, 47, 5]", "TLS 1.0 no []"),
                    result.versions().stream()
                    .map(each -> each.versionName() + (each.supported() ? " yes " : " no ") + each.suites()).toList());
            assertEquals(Optional.of(true), result.versions().get(1).serverChooses());
            assertTrue(result.versions().get(3).refusal().orElseThrow().contains("protocol_version"));
            assertTrue(Probing.finding(result, "tls.weak-cipher").orElseThrow().summary().contains("TLS_RSA_WITH_RC4_128_SHA"));
        }
    }

    @Test
    void whoMayHaveIssuedTheClientsCertificateIsTold() throws Exception {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER).askingForCertificate(Probing.ROOT.parsed().getSubject().getEncoded())
                .start()) {
            ProbeResult result = Probing.probe(server);
            assertEquals(List.of("CN=Contoso Root CA"), handshake(result).certificateRequest().orElseThrow().authorities());
            assertTrue(Probing.finding(result, "tls.client-certificate").orElseThrow().summary().contains("CN=Contoso Root CA"));
        }
    }

    @Test
    void aServerWithoutAnyCertificateIsTold() {
        try (Loopback server = TlsServerScript.sending().start()) {
            ProbeResult result = Probing.probe(server);
            assertTrue(Probing.finding(result, "chain.absent").isPresent());
            assertFalse(Probing.rules(result).contains("probe.verdict"));
        }
    }
}

package org.traceweave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.probe.ProbeHandshake.KeyProof;
import org.traceweave.samples.CertificateMaker;

/** Handshakes with the JDK's own server, read and completed. */
class RealServersTest {

    private static final String ANSWER = "HTTP/1.1 401 Unauthorized\r\nServer: Microsoft-IIS/8.5\r\nSet-Cookie: session=s3cr3t\r\nWWW-Authenticate: NTLM\r\n\r\nbody";

    private static Loopback server(Consumer<SSLParameters> settings) {
        return JdkServer.answering(ANSWER, Probing.SERVER.key(), new byte[][] {Probing.SERVER.der(), Probing.ISSUING.der()}, settings);
    }

    private static ProbeResult get(Loopback server) {
        return Probing.probe(Probing.request(server.target()).withGet(true));
    }

    private static void assertAnswered(ProbeResult result) {
        assertEquals(Optional.empty(), result.getFailure());
        HttpAnswer answer = result.answer().orElseThrow();
        assertEquals("HTTP/1.1 401 Unauthorized", answer.statusLine());
        assertEquals(List.of("Server: Microsoft-IIS/8.5", "Set-Cookie: ***", "WWW-Authenticate: NTLM"), answer.headers());
        assertEquals(4, answer.bodyBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"})
    void chainsOfTls13AreDecryptedAndTheGetIsAnswered(String suite) {
        try (Loopback server = server(settings -> settings.setCipherSuites(new String[] {suite}))) {
            ProbeResult result = get(server);
            ProbeHandshake handshake = result.handshake().orElseThrow(() -> new AssertionError(result.failure().toString()));
            assertEquals("TLS 1.3", handshake.versionName());
            assertEquals(suite, handshake.cipherSuiteName());
            assertEquals(KeyProof.PROVEN, handshake.keyProof());
            assertEquals(List.of(Probing.SERVER.sha1(), Probing.ISSUING.sha1()),
                    handshake.sent().stream().map(each -> each.facts().sha1().orElseThrow()).toList());
            assertAnswered(result);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp384r1", "secp521r1"})
    void anotherGroupThanOfferedIsComputedAfterARetry(String group) {
        try (Loopback server = server(settings -> settings.setNamedGroups(new String[] {group}))) {
            ProbeResult result = get(server);
            assertEquals("TLS 1.3", result.handshake().orElseThrow(() -> new AssertionError(result.failure().toString())).versionName());
            assertEquals(KeyProof.PROVEN, result.handshake().get().keyProof());
            assertAnswered(result);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"})
    void tls12IsCompletedWithEverySuiteThatThisClientKnows(String suite) {
        try (Loopback server = server(settings -> {
            settings.setProtocols(new String[] {"TLSv1.2"});
            settings.setCipherSuites(new String[] {suite});
        })) {
            ProbeResult result = get(server);
            assertEquals(suite, result.handshake().orElseThrow(() -> new AssertionError(result.failure().toString())).cipherSuiteName());
            assertEquals(KeyProof.PROVEN, result.handshake().get().keyProof());
            assertAnswered(result);
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, secp256r1", "TLSv1.3, secp256r1", "TLSv1.3, secp384r1"})
    void ellipticCurveKeysProveThemselves(String version, String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        KeyPair key = generator.generateKeyPair();
        byte[] leaf = CertificateMaker.subject("CN=localhost").key(key).dns("localhost").server().issuedBy(Probing.ISSUING).make().der();
        try (Loopback server = JdkServer.answering(ANSWER, key, new byte[][] {leaf, Probing.ISSUING.der()},
                settings -> settings.setProtocols(new String[] {version}))) {
            ProbeResult result = get(server);
            assertEquals(KeyProof.PROVEN, result.handshake().orElseThrow(() -> new AssertionError(result.failure().toString())).keyProof());
            assertAnswered(result);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aServerThatOnlyLikesClientCertificatesAnswersAlsoWithoutOne(String version) {
        try (Loopback server = server(settings -> {
            settings.setProtocols(new String[] {version});
            settings.setWantClientAuth(true);
        })) {
            ProbeResult result = get(server);
            assertTrue(result.handshake().orElseThrow().certificateRequest().isPresent());
            assertAnswered(result);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aServerThatInsistsOnAClientCertificateIsExplained(String version) {
        try (Loopback server = server(settings -> {
            settings.setProtocols(new String[] {version});
            settings.setNeedClientAuth(true);
        })) {
            ProbeResult result = get(server);
            assertEquals(2, result.certificates().size());
            assertEquals(Optional.empty(), result.answer());
            assertTrue(result.getFailure().orElseThrow().contains("client certificate"), () -> result.getFailure().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\nX: y\r\n\r\n"})
    void anAnswerIsWholeAlsoWhereTheServerKeepsTheConnection(String answer) {
        try (Loopback server = JdkServer.serving((socket, received) -> {
            JdkServer.readGet(socket, received);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            Loopback.readToEnd(socket, received); // until the client leaves
        }, Probing.SERVER.key(), new byte[][] {Probing.SERVER.der()}, settings -> { })) {
            ProbeResult result = get(server);
            assertEquals(Optional.empty(), result.getFailure());
            assertTrue(answer.startsWith(result.answer().orElseThrow().statusLine()));
        }
    }

    @Test
    void aServerThatWantsAnotherHandshakeForAPageIsExplained() {
        try (Loopback server = JdkServer.serving((socket, received) -> {
            JdkServer.readGet(socket, received);
            SSLSocket secure = (SSLSocket) socket;
            secure.setNeedClientAuth(true);
            secure.startHandshake();
            socket.getInputStream().read();
        }, Probing.SERVER.key(), new byte[][] {Probing.SERVER.der()}, settings -> settings.setProtocols(new String[] {"TLSv1.2"}))) {
            String why = get(server).getFailure().orElseThrow();
            assertTrue(why.contains("wants another handshake"), why);
        }
    }

    @Test
    void theGetAsksForThePathOfTheUrl() {
        Loopback server = server(settings -> { });
        Probing.probe(Probing.request(ProbeTarget.parse("https://localhost:" + server.port()
                + "/CertProv/CertProvisioningService.svc")).withGet(true));
        server.close();
        String sent = new String(server.received().get(1), StandardCharsets.ISO_8859_1);
        assertTrue(sent.startsWith("GET /CertProv/CertProvisioningService.svc HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n"), sent);
    }

    @Test
    void withoutBeingAskedNoGetIsSent() {
        Loopback server = server(settings -> { });
        ProbeResult result = Probing.probe(server);
        server.close();
        assertEquals(Optional.empty(), result.answer());
        assertEquals(0, server.received().getFirst().length);
    }

    @Test
    void versionsAndSuitesOfTls13AreListed() {
        try (Loopback server = server(settings -> settings.setCipherSuites(new String[] {"TLS_AES_256_GCM_SHA384",
                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"}))) {
            ProbeResult result = Probing.probe(Probing.request(server.target()).withEverything(true));
            assertEquals(List.of("TLS 1.3 [4866]", "TLS 1.2 [49199]", "TLS 1.1 []", "TLS 1.0 []"),
                    result.versions().stream().map(each -> each.versionName() + " " + each.suites()).toList());
        }
    }
}

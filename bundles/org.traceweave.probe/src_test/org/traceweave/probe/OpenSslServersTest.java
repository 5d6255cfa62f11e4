package org.traceweave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.traceweave.probe.ProbeHandshake.KeyProof;

/** Handshakes of old versions with OpenSSL's test server; skipped where there is none, or where it was built without them. */
class OpenSslServersTest {

    @TempDir
    private Path folder;

    private Process start(String... options) throws IOException {
        Path certificate = Files.writeString(folder.resolve("server.pem"), Probing.SERVER.pem());
        Path key = Files.writeString(folder.resolve("server.key"), "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(Probing.SERVER.key().getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n");
        List<String> command = new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificate.toString(),
                "-key", key.toString()));
        command.addAll(List.of(options));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "there is no openssl here");
            throw e;
        }
    }

    /** The port stands in a line such as {@code ACCEPT 127.0.0.1:39501}. */
    private static Optional<Integer> port(Process server) throws IOException {
        BufferedReader lines = new BufferedReader(new java.io.InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.matches("ACCEPT .*:\\d+\\s*")) {
                return Optional.of(Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).strip()));
            }
            if (line.startsWith("ACCEPT")) {
                break; // versions before 1.1.1 do not tell the port
            }
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @CsvSource({"-tls1, TLS 1.0, ECDHE-RSA-AES128-SHA", "-tls1, TLS 1.0, AES256-SHA", "-tls1_1, TLS 1.1, ECDHE-RSA-AES256-SHA",
            "-tls1_1, TLS 1.1, AES128-SHA",
        "-tls1_2, TLS 1.2, AES128-GCM-SHA256", "-tls1_2, TLS 1.2, AES256-SHA256"})
    void oldVersionsAreReadAndCompleted(String option, String version, String cipher) throws IOException {
        Process server = start(option, "-cipher", cipher + ":@SECLEVEL=0");
        try {
            Optional<Integer> port = port(server);
            assumeTrue(port.isPresent(), "this openssl does not serve " + version);
            ProbeResult result = Probing.probe(Probing.request(ProbeTarget.parse("127.0.0.1:" + port.get())).withGet(true));
            ProbeHandshake handshake = result.handshake().orElseThrow(() -> new AssertionError(result.failure().toString()));
            assertEquals(version, handshake.versionName());
            assertEquals(cipher.startsWith("ECDHE") ? KeyProof.PROVEN : KeyProof.NONE, handshake.keyProof());
            assertEquals(Optional.empty(), result.getFailure());
            assertTrue(result.answer().orElseThrow().statusLine().startsWith("HTTP/1.0 200"));
        } finally {
            server.destroy();
        }
    }

    @ParameterizedTest
    @CsvSource({"-tls1_2, DHE-RSA-AES128-GCM-SHA256"})
    void aKeyExchangeThatCannotBeCompletedIsReadAndExplained(String option, String cipher) throws IOException {
        Process server = start(option, "-cipher", cipher);
        try {
            Optional<Integer> port = port(server);
            assumeTrue(port.isPresent(), "this openssl does not serve that");
            ProbeResult result = Probing.probe(Probing.request(ProbeTarget.parse("127.0.0.1:" + port.get())).withGet(true));
            assertEquals("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", result.handshake().orElseThrow().cipherSuiteName());
            assertEquals(KeyProof.PROVEN, result.handshake().get().keyProof());
            assertTrue(result.getFailure().isPresent());
        } finally {
            server.destroy();
        }
    }
}

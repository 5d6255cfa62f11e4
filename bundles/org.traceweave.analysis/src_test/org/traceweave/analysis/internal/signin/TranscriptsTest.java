package org.traceweave.analysis.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInStep;

/** The corpus' REGISTER transcripts with handshakes that real TLS stacks made; skipped where the corpus is absent. */
class TranscriptsTest {

    @TempDir
    private Path folder;

    private SignIn rebuilt(String name) throws IOException {
        Path file = Path.of(System.getProperty("traceweave.corpus", "../../../shared/corpus"), "certificates", "synthetic-adcs", "tlsdsk-" + name + ".sip.txt");
        Assumptions.assumeTrue(Files.exists(file), "the corpus is absent");
        RegisterTrace trace = new RegisterTrace();
        for (String message : Files.readString(file).replace("\r\n", "\n").split("(?<=Content-Length: 0)\\s*\\n")) {
            if (!message.isBlank()) {
                trace.raw(message.strip().startsWith("REGISTER"), message.strip().replace("\n", "\r\n") + "\r\n\r\n");
            }
        }
        List<SignIn> signIns = trace.rebuilt(folder);
        assertEquals(1, signIns.size(), signIns::toString);
        return signIns.getFirst();
    }

    private static List<String> results(SignIn signIn) {
        return signIn.steps().stream().map(SignInStep::result).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls10", "tls11", "tls12", "tls12-ecdhe"})
    void bothSidesCertificatesVersionAndCipherAreTold(String name) throws IOException {
        SignIn signIn = rebuilt(name);
        assertEquals(Scheme.TLS_DSK, signIn.scheme());
        assertEquals(3, signIn.challenges());
        assertTrue(signIn.certificates().size() >= 2, signIn::toString);
        String version = "TLS 1." + name.charAt(4);
        assertTrue(results(signIn).stream().anyMatch(step -> step.startsWith("server presented its certificate, " + version + ", TLS_")), results(signIn)::toString);
        assertTrue(results(signIn).contains("client sent its certificate"), results(signIn)::toString);
        assertTrue(results(signIn).contains("handshake finished"), results(signIn)::toString);
        assertEquals(Phase.CLIENT_CERTIFICATE, signIn.phase());
    }

    @ParameterizedTest
    @ValueSource(strings = "tls13")
    void ofTls13ItIsSaidThatCertificatesAreEncrypted(String name) throws IOException {
        SignIn signIn = rebuilt(name);
        assertEquals(List.of(), signIn.certificates());
        assertTrue(results(signIn).stream().anyMatch(step -> step.startsWith("server answered the handshake; TLS 1.3 encrypts its certificate, TLS 1.3, TLS_")),
                results(signIn)::toString);
        assertTrue(results(signIn).contains("client answered; TLS 1.3 encrypts whether with a certificate"), results(signIn)::toString);
    }
}

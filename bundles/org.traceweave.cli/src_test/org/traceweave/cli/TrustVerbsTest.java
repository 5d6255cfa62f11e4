package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.HandshakeWriter;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;
import org.traceweave.samples.SeededRandom;

/** {@code probe} at a server on the loopback address, {@code judge} on certificate files and cases, {@code import --trust}. */
class TrustVerbsTest {

    private static final IssuedCertificate ROOT = CertificateMaker.subject("CN=Contoso Root CA").key(SampleKeys.rsa(1)).authority()
            .valid("2008-01-01T00:00:00Z", "2048-01-01T00:00:00Z").make();
    private static final IssuedCertificate SERVER = CertificateMaker.subject("CN=localhost").key(SampleKeys.rsa(3)).dns("localhost").server()
            .issuedBy(ROOT)
            .signedWith("SHA1withRSA").valid("2008-01-01T00:00:00Z", "2048-01-01T00:00:00Z").make();

    @TempDir
    Path folder;

    /** Answers every connection with one flight of TLS 1.2. */
    private static final class Endpoint implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final Thread thread = new Thread(this::serve);

        Endpoint() throws IOException {
            thread.start();
        }

        private void serve() {
            byte[] flight = new HandshakeWriter(new SeededRandom(1)).serverFlight(List.of(SERVER, ROOT), List.of());
            while (!listener.isClosed()) {
                try (Socket socket = listener.accept(); InputStream in = socket.getInputStream(); OutputStream out = socket.getOutputStream()) {
                    in.readNBytes(5);
                    out.write(flight);
                    in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // the client has seen enough, or the test is over
                }
            }
        }

        String name() {
            return "localhost:" + listener.getLocalPort();
        }

        @Override
        public void close() throws IOException, InterruptedException {
            listener.close();
            thread.join();
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    private static List<Map<String, @Nullable Object>> of(List<Map<String, @Nullable Object>> answer, String kind) {
        return answer.stream().filter(each -> kind.equals(each.get("object"))).toList();
    }

    @Test
    void probeGivesCertificatesAndFindingsEachWithItsKindFirst() throws Exception {
        try (Endpoint endpoint = new Endpoint()) {
            Answer answer = Answer.to("probe", endpoint.name(), "--json", "--trust", file("root.pem", ROOT.pem())).done();
            answer.lines().forEach(line -> assertTrue(line.startsWith("{\"object\":\"Certificate\",\"sha1\":")
                    || line.startsWith("{\"object\":\"Finding\",\"id\":"), line));
            assertEquals(List.of(SERVER.sha1(), ROOT.sha1()), of(answer.json(), "Certificate").stream().map(each -> each.get("sha1")).toList());
            List<Object> rules = of(answer.json(), "Finding").stream().map(each -> each.get("rule")).distinct().map(Object.class::cast).toList();
            assertTrue(rules.containsAll(List.of("chain.weak-signature", "probe.verdict", "probe.handshake")), rules::toString);
        }
    }

    @Test
    void probeTellsAPersonTheHandshakeTheChainAndTheVerdicts() throws Exception {
        try (Endpoint endpoint = new Endpoint()) {
            String text = Answer.to("probe", endpoint.name(), "--trust", file("root.pem", ROOT.pem())).done().out();
            assertTrue(text.contains("TLS 1.2, TLS_") && text.contains(SERVER.sha1()), text);
            assertTrue(text.contains("ACCEPTED  Windows applications, all updates of the date  (windows)"), text);
            assertTrue(text.contains("REFUSED  Chrome, current at the date  (chrome)"), text);
            assertTrue(text.contains("UNKNOWN  Skype Room System"), text);
        }
    }

    @Test
    void probeGivesTheChainAsPemForAFile() throws Exception {
        try (Endpoint endpoint = new Endpoint()) {
            Path chain = file("fetched.pem", Answer.to("probe", endpoint.name(), "--pem").done().out());
            assertEquals(List.of(SERVER.sha1(), ROOT.sha1()).stream().sorted().toList(), Answer.to("certificates", chain, "--json").json().stream()
                    .map(each -> String.valueOf(each.get("sha1"))).sorted().toList());
        }
    }

    @Test
    void probeOfNobodyFailsInASentenceAndStillGivesTheFinding() throws IOException {
        Answer answer = Answer.to("probe", "127.0.0.1:" + unusedPort(), "--json");
        assertEquals(CommandLine.FAILED, answer.status());
        assertTrue(answer.out().contains("\"rule\":\"probe.unreachable\""), answer::out);
        assertTrue(answer.err().lines().toList().getLast().endsWith("nothing listens on that port, or a firewall rejects it."), answer::err);
    }

    @Test
    void aProxysPasswordIsNeverPrinted() throws IOException {
        Answer answer = Answer.to("probe", "fe01.contoso.com", "--proxy", "127.0.0.1:" + unusedPort(), "--proxy-user", "anna:s3cr3t", "--debug");
        assertEquals(CommandLine.FAILED, answer.status());
        assertFalse((answer.out() + answer.err()).contains("s3cr3t"));
    }

    @Test
    void wrongUseOfProbeIsTold() {
        assertTrue(Answer.to("probe").failure(CommandLine.USAGE).contains("Nothing to probe is named"));
        assertTrue(Answer.to("probe", "http://fe01/").failure(CommandLine.USAGE).contains("is not encrypted"));
        assertTrue(Answer.to("probe", "fe01", "--sni", "a", "--no-sni").failure(CommandLine.USAGE).contains("exclude each other"));
        assertTrue(Answer.to("probe", "fe01", "--timeout", "0").failure(CommandLine.USAGE).contains("--timeout"));
        assertTrue(Answer.to("probe", "fe01", "--proxy-user", "anna").failure(CommandLine.USAGE).contains("--proxy-user needs --proxy"));
        assertTrue(Answer.to("probe", "fe01", "--policy", "netscape").failure(CommandLine.USAGE).contains("There is no policy netscape"));
    }

    @Test
    void judgeTellsTheChainAndEachProgramsVerdictAsOfADate() throws IOException {
        Path chain = file("chain.pem", SERVER.pem() + ROOT.pem());
        Path trust = file("root.pem", ROOT.pem());
        String before = Answer.to("judge", chain, "--public-roots", trust, "--policy", "chrome", "--at", "2017-01-01").done().out();
        assertTrue(before.contains("ACCEPTED  Chrome"), before);
        String after = Answer.to("judge", chain, "--public-roots", trust, "--policy", "chrome", "--at", "2017-03-01").done().out();
        assertTrue(after.contains("REFUSED  Chrome") && after.contains("    ^ CN=Contoso Root CA  (root)"), after);
    }

    @Test
    void judgeHoldsAChainAgainstTheRegistryOfAMachine() throws IOException {
        Path registry = file("fe01.reg",
                "Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\\OID\\EncodingType 0\\"
                + "CertDllCreateCertificateChainEngine\\Config]\n\"WeakSha1AllFlags\"=dword:80100000\n");
        String text = Answer.to("judge", file("chain.pem", SERVER.pem() + ROOT.pem()), "--trust", file("root.pem", ROOT.pem()), "--registry",
                registry).done().out();
        assertTrue(text.contains("REFUSED  Windows applications with the settings of fe01.reg"), text);
    }

    @Test
    void judgeNamesAMissingIssuer() throws IOException {
        String text = Answer.to("judge", file("leaf.pem", SERVER.pem())).done().out();
        assertTrue(text.contains("missing: CN=Contoso Root CA, key identifier "), text);
    }

    @Test
    void thePoliciesAreListedWithTheirDate() {
        String text = Answer.to("judge", "--policies").done().out();
        assertTrue(text.startsWith("Policies of 20") && text.contains("edge-kb4010323") && text.contains("skype-room-system"), text);
    }

    @Test
    void aTrustListThatIsKeptWithTheCaseDecidesItsChains() throws IOException {
        Path room = folder.resolve("room.case");
        IssuedCertificate other = CertificateMaker.subject("CN=Other Root").key(SampleKeys.rsa(6)).authority().make();
        Answer.to("import", room, file("chain.pem", SERVER.pem() + ROOT.pem()), "--trust", file("other.pem", other.pem())).done();
        String lints = Answer.to("certificates", room).done().out();
        assertTrue(lints.contains("L50"), lints);
        assertTrue(Answer.to("judge", room, "--policy", "windows").done().out().contains("which is in none of the trust lists given"));
        Answer.to("import", room, "--trust", file("root.pem", ROOT.pem())).done();
        assertFalse(Answer.to("certificates", room).done().out().contains("L50"), "the root is in a list by now");
        assertTrue(Answer.to("judge", room, "--policy", "windows").done().out().contains("ACCEPTED  Windows applications"));
    }

    @Test
    void whatIsNoTrustListIsToldInASentence() throws IOException {
        Path chain = file("chain.pem", SERVER.pem());
        assertTrue(Answer.to("judge", chain, "--trust", file("no.txt", "hello")).failure(CommandLine.FAILED)
                .startsWith("no.txt: no certificate in it"));
        assertTrue(Answer.to("judge", chain, "--trust", folder.resolve("absent.sst")).failure(CommandLine.FAILED).contains("does not exist"));
        assertTrue(Answer.to("judge", chain, "--registry", file("no.reg", "hello")).failure(CommandLine.FAILED).contains("certutil -getreg chain"));
    }
}

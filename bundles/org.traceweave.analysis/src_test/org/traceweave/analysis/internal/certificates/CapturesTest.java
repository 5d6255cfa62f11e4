package org.traceweave.analysis.internal.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.CaseAnalysis;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.model.Certificate;
import org.traceweave.model.Lint;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;
import org.traceweave.samples.CaptureWriter;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.HandshakeWriter;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SipMessage;

/** Network captures, from the file to the certificates in them. */
class CapturesTest {

    private static final String CLIENT = "10.0.0.7:50000";
    private static final String SERVER = "10.0.0.5:5061";
    private static final long TIME = UtcTime.parse("2018-01-14T11:24:35.1234560Z");
    private static final IssuedCertificate ROOT = CertificateMaker.subject("CN=Contoso Root").key(SampleKeys.rsa(0)).authority()
            .valid("2010-01-01T00:00:00Z", "2030-01-01T00:00:00Z").make();
    private static final IssuedCertificate LEAF = CertificateMaker.subject("CN=pool01.contoso.com").key(SampleKeys.rsa(1)).issuedBy(ROOT).server()
            .dns("pool01.contoso.com").valid("2017-01-01T00:00:00Z", "2020-01-01T00:00:00Z").make();

    @TempDir
    private Path folder;

    private List<Certificate> certificates(byte[] capture, List<IndexedRecord> records, List<String> texts) throws IOException {
        Path file = Files.write(folder.resolve("trace.pcap"), capture);
        try (Case of = Case.create(folder.resolve(Arrays.hashCode(capture) + ".case"), Engine.standard().readers())) {
            of.importSources(List.of(file), ImportProgress.NONE, new CancelSignal());
            assertEquals(Optional.of("pcap"), of.sources().getFirst().format());
            try (IndexSnapshot snapshot = of.snapshot()) {
                snapshot.scan(of.query(""), record -> records.add(record));
            } catch (org.traceweave.index.QuerySyntaxException e) {
                throw new AssertionError(e);
            }
            for (IndexedRecord record : records) {
                texts.add(of.unmaskedText(record));
            }
            CaseAnalysis analysis = Engine.standard().analyse(of);
            return analysis.certificates(new CancelSignal());
        }
    }

    private static CaptureWriter handshake(CaptureWriter writer, String asked) {
        HandshakeWriter tls = new HandshakeWriter(new SeededRandom(3));
        return writer.at(TIME).open(CLIENT, SERVER).send(CLIENT, SERVER, tls.clientHello(asked)).sendShuffled(SERVER, CLIENT, tls.serverFlight(List.of(LEAF, ROOT), List.of()))
                .at(TIME + 1_000_000_000L).send(CLIENT, SERVER, tls.clientFlight(Optional.empty())).send(SERVER, CLIENT, tls.serverFinished());
    }

    @Test
    void certificatesOfAHandshakeAreFoundHoweverItsSegmentsCome() throws IOException {
        for (CaptureWriter writer : List.of(CaptureWriter.pcap(), CaptureWriter.pcapng())) {
            List<IndexedRecord> records = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            List<Certificate> certificates = certificates(handshake(writer, "pool01.contoso.com").toBytes(), records, texts);
            assertEquals(List.of(LEAF.sha1(), ROOT.sha1()), certificates.stream().map(each -> each.sha1().orElseThrow()).toList());
            assertEquals(2, records.size(), texts::toString);
            assertEquals(TIME, records.getFirst().time());
            assertTrue(texts.stream().anyMatch(text -> text.startsWith("TLS " + SERVER + " \u2192 " + CLIENT + ": ServerHello, TLS 1.2")), texts::toString);
            assertTrue(certificates.getFirst().lints().stream().noneMatch(lint -> lint.id().equals("L14")));
        }
    }

    @Test
    void theNameTheClientAskedForIsHeldAgainstTheCertificate() throws IOException {
        List<Certificate> certificates = certificates(handshake(CaptureWriter.pcap(), "sip.fabrikam.com").toBytes(), new ArrayList<>(), new ArrayList<>());
        assertEquals(List.of("asked for sip.fabrikam.com, the certificate is for pool01.contoso.com"),
                certificates.getFirst().lints().stream().filter(lint -> lint.id().equals("L14")).map(Lint::text).toList());
    }

    @Test
    void handshakesBehindAProxyAndAlertsAreSeen() throws IOException {
        HandshakeWriter tls = new HandshakeWriter(new SeededRandom(3));
        CaptureWriter writer = CaptureWriter.pcap().at(TIME).open(CLIENT, SERVER)
                .send(CLIENT, SERVER, "CONNECT pool01.contoso.com:443 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                .send(SERVER, CLIENT, "HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                .send(CLIENT, SERVER, tls.clientHello("pool01.contoso.com")).send(SERVER, CLIENT, tls.serverFlight(List.of(LEAF), List.of()))
                .send(CLIENT, SERVER, HandshakeWriter.alert(2, 48));
        List<IndexedRecord> records = new ArrayList<>();
        List<Certificate> certificates = certificates(writer.toBytes(), records, new ArrayList<>());
        assertEquals(1, certificates.size());
        assertTrue(records.stream().anyMatch(record -> record.number(RecordField.ALERT).equals(Optional.of(48L))), records::toString);
    }

    @Test
    void unencryptedSipIsReadMessageByMessage() throws IOException {
        byte[] first = message("c1");
        byte[] second = message("c2");
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        List<IndexedRecord> records = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        certificates(CaptureWriter.pcapng().at(TIME).open(CLIENT, SERVER).send(CLIENT, SERVER, both).at(TIME + 5).send(CLIENT, SERVER, message("c3")).toBytes(), records, texts);
        assertEquals(List.of("c1", "c2", "c3"), records.stream().map(record -> record.keyword(RecordField.CALL_ID).orElse("")).sorted().toList());
        assertTrue(records.stream().allMatch(record -> record.kind() == RecordKind.SIP && record.keyword(RecordField.METHOD).equals(Optional.of("REGISTER"))));
    }

    private static byte[] message(String callId) {
        return SipMessage.request("REGISTER", "sip:contoso.com").header("From", "<sip:alice@contoso.com>;tag=1;epid=2").header("To", "<sip:alice@contoso.com>")
                .header("Call-ID", callId).header("CSeq", "1 REGISTER").header("Content-Length", "0").toBytes();
    }

    @Test
    void damagedCapturesNeitherFailNorHang() throws IOException {
        byte[] whole = handshake(CaptureWriter.pcapng(), "pool01.contoso.com").toBytes();
        long seed = System.nanoTime();
        System.out.println("CapturesTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            byte[] mutant = Arrays.copyOf(whole, 64 + random.nextInt(whole.length - 64));
            for (int j = random.nextInt(20); j > 0; j--) {
                mutant[30 + random.nextInt(mutant.length - 30)] = (byte) random.nextInt(256);
            }
            certificates(mutant, new ArrayList<>(), new ArrayList<>());
        }
    }
}

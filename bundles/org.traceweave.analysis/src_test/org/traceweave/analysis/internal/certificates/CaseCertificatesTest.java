package org.traceweave.analysis.internal.certificates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.CaseAnalysis;
import org.traceweave.analysis.DiagnosticSettings;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateFinder;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;
import org.traceweave.model.UtcTime;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.ClsWriter;
import org.traceweave.samples.Direction;
import org.traceweave.samples.EventElement;
import org.traceweave.samples.EventValue;
import org.traceweave.samples.EvtxWriter;
import org.traceweave.samples.HandshakeWriter;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SipMessage;
import org.traceweave.samples.WindowsEvent;

/** The certificates of a case, from its sources to what is said of each. */
class CaseCertificatesTest {

    private static final IssuedCertificate ROOT = CertificateMaker.subject("CN=Contoso Root,DC=contoso,DC=com").key(SampleKeys.rsa(0)).authority()
            .valid("2010-01-01T00:00:00Z", "2030-01-01T00:00:00Z").signedWith("SHA1withRSA").make();
    private static final IssuedCertificate SERVER = CertificateMaker.subject("CN=pool01.contoso.com").key(SampleKeys.rsa(1)).issuedBy(ROOT).server()
            .dns("pool01.contoso.com", "fe01.contoso.com").valid("2017-01-01T00:00:00Z", "2020-01-01T00:00:00Z").signedWith("SHA1withRSA").make();

    @TempDir
    private Path folder;
    private Path sources = Path.of("");

    @BeforeEach
    void emptySources() throws IOException {
        sources = Files.createDirectory(folder.resolve("sources"));
    }

    private Optional<Case> open = Optional.empty();

    @AfterEach
    void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
        }
    }

    private Case imported(Path... files) throws IOException {
        Case of = Case.create(folder.resolve("of.case"), Engine.standard().readers());
        open = Optional.of(of);
        for (Path file : files) {
            of.importSources(List.of(file), ImportProgress.NONE, new CancelSignal());
        }
        return of;
    }

    private static List<Certificate> certificates(Case of) throws IOException {
        return Engine.standard().analyse(of).certificates(new CancelSignal());
    }

    private static Certificate of(List<Certificate> certificates, String sha1) {
        return certificates.stream().filter(each -> each.sha1().equals(Optional.of(sha1))).findFirst().orElseThrow(() -> new AssertionError(sha1 + " not found"));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        Path file = sources.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private Path event90(String at) throws IOException {
        EventElement objects = new EventElement("X509Objects");
        EventElement certificate = objects.child("Certificate").attribute("fileRef", SERVER.sha1().toUpperCase(java.util.Locale.ROOT) + ".cer")
                .attribute("subjectName", "pool01.contoso.com");
        certificate.child("Subject").with("CN", "pool01.contoso.com");
        certificate.child("Issuer").with("CN", "Contoso Root");
        objects.child("CorrelationAuxInfo").attribute("TaskId", "{T}").attribute("SeqNumber", "3");
        return file("ROOM1/capi2-" + at.substring(0, 4) + ".evtx", EvtxWriter.toBytes(List.of(WindowsEvent.of("Microsoft-Windows-CAPI2", 90)
                .channel("Microsoft-Windows-CAPI2/Operational").computer("ROOM1").level(4).userData(objects)
                .at(UtcTime.parse(at)))));
    }

    /** A dialogue of TLS-DSK as the server logs it; each token may be cut over several messages. */
    private Path handshake(List<IssuedCertificate> chain, int pieces, Optional<byte[]> answer) throws IOException {
        ClsWriter writer = new ClsWriter();
        HandshakeWriter tls = new HandshakeWriter(new SeededRandom(3));
        int cseq = 1;
        register(writer, cseq, Optional.of(tls.clientHello("pool01.contoso.com")));
        byte[] flight = tls.serverFlight(chain, List.of());
        int step = flight.length / pieces + 1;
        for (int from = 0; from < flight.length; from += step) {
            challenge(writer, cseq++, Arrays.copyOfRange(flight, from, Math.min(flight.length, from + step)));
            register(writer, cseq, from + step < flight.length ? Optional.of(new byte[0]) : answer);
        }
        return file("FE01.log", writer.toBytes());
    }

    private static SipMessage headers(SipMessage message, int cseq) {
        return message.header("From", "<sip:room1@contoso.com>;tag=1;epid=2").header("To", "<sip:room1@contoso.com>").header("Call-ID", "c1")
                .header("CSeq", cseq + " REGISTER").header("Via", "SIP/2.0/TLS 10.0.0.7:50000");
    }

    private static void register(ClsWriter writer, int cseq, Optional<byte[]> token) {
        writer.at("2018-01-14T11:24:" + (10 + 2 * cseq) + "Z");
        SipMessage message = headers(SipMessage.request("REGISTER", "sip:contoso.com"), cseq);
        token.ifPresent(bytes -> message.header("Authorization", "TLS-DSK qop=\"auth\", realm=\"SIP Communications Service\", "
                + "targetname=\"pool01.contoso.com\", gssapi-data=\"" + Base64.getEncoder().encodeToString(bytes) + "\", version=4"));
        writer.message(Direction.IN, "10.0.0.7:50000", message);
    }

    private static void challenge(ClsWriter writer, int cseq, byte[] token) {
        writer.at("2018-01-14T11:24:" + (11 + 2 * cseq) + "Z").message(Direction.OUT, "10.0.0.7:50000", headers(SipMessage.response(401, "Unauthorized"), cseq)
                .header("WWW-Authenticate", "TLS-DSK opaque=\"F7\", realm=\"SIP Communications Service\", targetname=\"pool01.contoso.com\", version=4, gssapi-data=\""
                        + Base64.getEncoder().encodeToString(token) + "\""));
    }

    @Test
    void whatAnEventTellsMergesWithTheCertificateWhicheverComesFirst() throws IOException {
        for (String at : List.of("2017-06-01T00:00:00Z", "2019-06-01T00:00:00Z")) {
            Case of = imported(event90(at), handshake(List.of(SERVER), 1, Optional.empty()));
            Certificate merged = of(certificates(of), SERVER.sha1());
            assertEquals(CertificateOrigin.BYTES, merged.origin());
            assertEquals(2, merged.seenCount());
            assertEquals(Optional.of(SERVER.sha256()), merged.sha256());
            assertEquals(Set.of("FE01.log", "capi2-" + at.substring(0, 4) + ".evtx"),
                    merged.seen().stream().map(each -> each.source().substring(each.source().lastIndexOf('/') + 1)).collect(Collectors.toSet()));
            closeAndDelete();
        }
    }

    @Test
    void aCertificateThatOnlyAnEventTellsOfBecomesRealWhenItsBytesAreAdded() throws IOException {
        Case of = imported(event90("2019-06-01T00:00:00Z"));
        CaseAnalysis analysis = Engine.standard().analyse(of);
        assertEquals(CertificateOrigin.EVENT, of(analysis.certificates(new CancelSignal()), SERVER.sha1()).origin());
        assertEquals(Optional.empty(), analysis.der(SERVER.sha1(), new CancelSignal()));
        of.importSources(List.of(file("server.cer", SERVER.der())), ImportProgress.NONE, new CancelSignal());
        Certificate real = of(analysis.certificates(new CancelSignal()), SERVER.sha1());
        assertEquals(CertificateOrigin.BYTES, real.origin());
        assertEquals(2, real.seenCount());
        assertArrayEquals(SERVER.der(), analysis.der(SERVER.sha1(), new CancelSignal()).orElseThrow());
    }

    @Test
    void aCertificateSpreadOverSeveralMessagesIsFoundAndCanBeReadAgain() throws IOException {
        Case of = imported(handshake(List.of(SERVER, ROOT), 4, Optional.empty()));
        CaseAnalysis analysis = Engine.standard().analyse(of);
        assertEquals(1, of(analysis.certificates(new CancelSignal()), SERVER.sha1()).seenCount());
        assertArrayEquals(SERVER.der(), analysis.der(SERVER.sha1(), new CancelSignal()).orElseThrow());
        of(analysis.certificates(new CancelSignal()), ROOT.sha1());
    }

    @Test
    void aCertificateIsJudgedByWhatItServedAs() throws IOException {
        Certificate server = of(certificates(imported(handshake(List.of(SERVER, ROOT), 1, Optional.empty()))), SERVER.sha1());
        assertEquals(LintLevel.WARNING, level(server, "L01"));
        assertEquals(List.of("a name that Skype for Business asks for is not in it: sip.contoso.com"), texts(server, "L15"));
        assertEquals(List.of(), texts(server, "L14"));
        assertEquals(List.of("the root was sent too, which is harmless"), texts(server, "L28"));
    }

    @Test
    void certificatesOfAnExportedStoreAreJudgedByTheStore() throws IOException {
        byte[] store = store(SERVER.der(), ROOT.der());
        List<Certificate> certificates = certificates(imported(file("Root.sst", store)));
        assertEquals(2, certificates.size());
        assertEquals(LintLevel.ERROR, level(of(certificates, SERVER.sha1()), "L44"));
        assertEquals(List.of(), texts(of(certificates, ROOT.sha1()), "L44"));
    }

    private static String certutil(String store, IssuedCertificate... certificates) {
        StringBuilder text = new StringBuilder(store).append("\r\n");
        for (int i = 0; i < certificates.length; i++) {
            text.append("================ Zertifikat ").append(i).append(" ================\r\nSeriennummer: 11\r\nAussteller: ").append(decoded(certificates[i]).issuer().orElseThrow().replace(",", ", "))
                    .append("\r\n Nicht vor: 01.01.2016 12:00\r\n Nicht nach: 01.01.2026 12:00\r\nAntragsteller: ").append(decoded(certificates[i]).subject().orElseThrow().replace(",", ", "))
                    .append("\r\nZertifikathash(sha1): ").append(certificates[i].sha1()).append("\r\nKeine Schl\u00fcsselanbieterinformationen\r\n\r\n");
        }
        return text.append("CertUtil: -store-Befehl wurde erfolgreich ausgef\u00fchrt.\r\n").toString();
    }

    private static Certificate decoded(IssuedCertificate certificate) {
        return CertificateDecoder.decode(certificate.der());
    }

    @Test
    void theTextThatCertutilPrintsTellsTheStore() throws IOException {
        Path listing = file("FE01/stores.txt", (certutil("Root \"Vertrauensw\u00fcrdige Stammzertifizierungsstellen\"", SERVER, ROOT)
                + certutil("My \"Eigene Zertifikate\"", SERVER)).getBytes(StandardCharsets.UTF_8));
        Case of = imported(file("server.cer", SERVER.der()), listing);
        List<Certificate> certificates = certificates(of);
        Certificate server = of(certificates, SERVER.sha1());
        assertEquals(LintLevel.ERROR, level(server, "L44"));
        assertEquals(CertificateOrigin.BYTES, server.origin());
        assertEquals(2, server.seenCount());
        Certificate root = of(certificates, ROOT.sha1());
        assertEquals(CertificateOrigin.LISTING, root.origin());
        assertEquals(true, root.isSelfIssued());
        for (Evidence at : root.seen()) {
            assertEquals(true, of.text(at, false).contains(ROOT.sha1()), "the evidence is the line with the thumbprint");
        }
        Finding misplaced = Engine.standard().analyse(of).findings(DiagnosticSettings.STANDARD, new CancelSignal()).findings().stream()
                .filter(finding -> finding.rule().equals("store.misplaced-certificate")).findFirst().orElseThrow();
        assertEquals(org.traceweave.model.Severity.WARNING, misplaced.severity());
        assertEquals(List.of(SERVER.sha1()), misplaced.subjects());
    }

    @Test
    void anExportNamedAfterItsMachineTellsTheStoreAndAFileOfACaDoesNot() throws IOException {
        byte[] store = store(SERVER.der(), ROOT.der());
        assertEquals(LintLevel.ERROR, level(of(certificates(imported(file("FE01-Root.sst", store))), SERVER.sha1()), "L44"));
        closeAndDelete();
        String chain = SERVER.pem() + ROOT.pem();
        for (String name : List.of("Contoso-Root.pem", "ca-root-store.pem", "root.pem", "Contoso CA.sst", "contoso-ca.p7b")) {
            assertEquals(List.of(), texts(of(certificates(imported(file(name, chain.getBytes(StandardCharsets.US_ASCII)))), SERVER.sha1()), "L44"), name);
            closeAndDelete();
        }
        assertEquals(LintLevel.ERROR, level(of(certificates(imported(file("LocalMachine-Root-store.pem", chain.getBytes(StandardCharsets.US_ASCII)))), SERVER.sha1()), "L44"));
    }

    /** A serialized store: a property and the certificate, for each, and the end. */
    private static byte[] store(byte[]... certificates) {
        java.nio.ByteBuffer store = java.nio.ByteBuffer.allocate(8192).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(0x54524543);
        for (byte[] certificate : certificates) {
            store.putInt(3).putInt(1).putInt(20).put(new byte[20]);
            store.putInt(32).putInt(1).putInt(certificate.length).put(certificate);
        }
        return Arrays.copyOf(store.putInt(0).putLong(0).array(), store.position());
    }

    @Test
    void certificatesOfEventsAreFoundBareAndInAStoreElement() throws IOException {
        byte[] element = store(SERVER.der());
        Path log = file("FE01/system.evtx", EvtxWriter.toBytes(List.of(
                WindowsEvent.of("Schannel", 36882).channel("System").computer("FE01").level(2)
                        .data("EncodedCert", EventValue.binary(ROOT.der())).at(UtcTime.parse("2018-01-14T11:24:35Z")),
                WindowsEvent.of("Schannel", 36884).channel("System").computer("FE01").level(2).textsAndBinary(List.of("fe01"), element)
                        .at(UtcTime.parse("2018-01-14T11:24:36Z")))));
        List<Certificate> certificates = certificates(imported(log));
        assertEquals(Set.of(SERVER.sha1(), ROOT.sha1()), certificates.stream().flatMap(each -> each.sha1().stream()).collect(Collectors.toSet()));
    }

    @Test
    void certificatesOfProvisioningAreFoundInItsSoap() throws IOException {
        ClsWriter writer = new ClsWriter();
        writer.at("2018-01-14T11:24:10Z").http("INFO", Direction.OUT, "10.0.0.7:50000", SipMessage.startingWith("HTTP/1.1 200 OK").body("text/xml",
                "<s:Envelope><s:Body><GetAndPublishCertResponse><RequestSecurityTokenResponse><RequestedSecurityToken><BinarySecurityToken "
                        + "ValueType=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3\">"
                        + Base64.getEncoder().encodeToString(SERVER.der()) + "</BinarySecurityToken></RequestedSecurityToken></RequestSecurityTokenResponse>"
                        + "</GetAndPublishCertResponse></s:Body></s:Envelope>"));
        of(certificates(imported(file("FE01.log", writer.toBytes()))), SERVER.sha1());
    }

    @Test
    void privateKeysAreReportedAndNowhereToBeFound() throws IOException {
        byte[] key = SampleKeys.rsa(1).getPrivate().getEncoded();
        String base64 = Base64.getEncoder().encodeToString(key);
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END PRIVATE KEY-----\n";
        Case of = imported(file("notes.txt", ("one\n" + pem + "two\nkey=" + base64 + "\nthree\nhex " + HexFormat.of().formatHex(key) + "\nlast\n")
                .getBytes(StandardCharsets.US_ASCII)));
        CaseAnalysis analysis = Engine.standard().analyse(of);
        Finding finding = analysis.findings(DiagnosticSettings.STANDARD, new CancelSignal()).findings().stream()
                .filter(each -> each.rule().equals("secret.private-key")).findFirst().orElseThrow();
        assertEquals(3, finding.evidenceCount());
        for (var at : finding.evidence()) {
            String shown = of.text(at, false);
            assertFalse(shown.contains(base64.substring(100, 140)) || shown.contains(HexFormat.of().formatHex(key).substring(100, 160)), shown);
        }
        try (var snapshot = of.snapshot()) {
            String line = pem.lines().skip(5).findFirst().orElseThrow();
            assertEquals(0, snapshot.count(org.traceweave.index.RecordQuery.phrase(line)));
            assertEquals(0, snapshot.count(org.traceweave.index.RecordQuery.phrase(base64)));
            assertEquals(1, snapshot.count(org.traceweave.index.RecordQuery.phrase("last")));
        }
    }

    @Test
    void everyWritingOfTheCorpusIsFoundInACase() throws IOException {
        Path corpus = corpus();
        List<Path> planted;
        try (Stream<Path> files = Files.list(corpus.resolve("malformed"))) {
            planted = files.filter(file -> file.getFileName().toString().matches("(20|22|23|24|25|26|28|29|3[0-8])-.*")).toList();
        }
        assertEquals(17, planted.size());
        Certificate certificate = certificates(imported(planted.toArray(Path[]::new))).getFirst();
        assertEquals(planted.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet()),
                certificate.seen().stream().map(at -> at.source()).collect(Collectors.toSet()));
        assertEquals(17, certificate.seenCount());
    }

    @Test
    void everyTranscriptOfTheCorpusGivesItsCertificates() throws IOException {
        Path corpus = corpus().resolve("synthetic-adcs");
        for (String version : List.of("tls10", "tls11", "tls12", "tls12-ecdhe")) {
            Case of = imported(corpus.resolve("tlsdsk-" + version + ".sip.txt"));
            assertEquals(List.of("CN=sfbpool.contoso.local", "CN=room1@contoso.com"),
                    certificates(of).stream().map(each -> each.subject().orElse("").split(",")[0]).toList(), version);
            closeAndDelete();
        }
    }

    @Test
    void aFailingSignInNamesTheEdgesThatLintNames() throws IOException {
        Path corpus = corpus().resolve("synthetic-adcs");
        for (List<String> names : List.of(List.of("02-sha1-fe-under-sha1-root", "01-sha1-root"), List.of("08-sha256-fe-under-sha1-issuing",
                "07-sha1-issuing-under-sha256-root", "04-sha256-root"), List.of("03-sha256-fe-under-sha1-root", "01-sha1-root"))) {
            List<IssuedCertificate> chain = names.stream().map(name -> issued(corpus.resolve(name + ".pem"))).toList();
            Case of = imported(handshake(chain, 1, Optional.of(HandshakeWriter.alert(2, 42))));
            CaseAnalysis analysis = Engine.standard().analyse(of);
            Set<String> linted = analysis.certificates(new CancelSignal()).stream()
                    .filter(each -> each.lints().stream().anyMatch(lint -> Set.of("L01", "L02").contains(lint.id())))
                    .map(each -> commonName(each.issuer()) + " \u2192 " + commonName(each.subject())).collect(Collectors.toSet());
            Set<String> named = analysis.findings(DiagnosticSettings.STANDARD, new CancelSignal()).findings().stream()
                    .filter(each -> each.rule().equals("chain.weak-signature"))
                    .flatMap(each -> Pattern.compile("\\S+ \u2192 \\S+").matcher(each.summary()).results()).map(MatchResult::group).collect(Collectors.toSet());
            assertEquals(linted, named, names.toString());
            assertEquals(names.getFirst().startsWith("03") ? 0 : 1, named.size());
            closeAndDelete();
        }
    }

    private static String commonName(Optional<String> name) {
        return name.orElse("").replaceAll(".*CN=([^,]*).*", "$1");
    }

    private static IssuedCertificate issued(Path file) {
        try {
            return IssuedCertificate.read(CertificateFinder.findInFile(Files.readAllBytes(file)).certificates().getFirst().der(), SampleKeys.rsa(0));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path corpus() {
        Path corpus = Path.of(System.getProperty("traceweave.corpus", "../../../shared/corpus")).resolve("certificates");
        assumeTrue(Files.isDirectory(corpus), "the corpus is not here");
        return corpus;
    }

    private static LintLevel level(Certificate certificate, String id) {
        return certificate.lints().stream().filter(lint -> lint.id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError(id + " not in " + certificate.lints())).level();
    }

    private static List<String> texts(Certificate certificate, String id) {
        return certificate.lints().stream().filter(lint -> lint.id().equals(id)).map(Lint::text).toList();
    }

    private void closeAndDelete() throws IOException {
        close();
        open = Optional.empty();
        delete(folder.resolve("of.case"));
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

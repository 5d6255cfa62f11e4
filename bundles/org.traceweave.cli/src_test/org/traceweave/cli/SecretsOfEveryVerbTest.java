package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.model.RecordField;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.sip.NtlmToken;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.ClsWriter;
import org.traceweave.samples.Direction;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.NtlmMessages;
import org.traceweave.samples.SampleKeys;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SipMessage;

/** A case full of secrets, in a trace, in texts and in certificate files: no verb prints any of them. */
@ExtendWith(SampleOnDisk.class)
class SecretsOfEveryVerbTest {

    private static final String PASSWORD = "Tulip-Harbour-77";
    private static final String BEARER = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiIwMDAwMDAwMiJ9.c2lnbmF0dXJlLW9mLXRoZS1iZWFyZXI";
    private static final String WEB_TICKET = "cwt=AAEBHAEFAAAAAAAFFQAAAHdlYnRpY2tldC1vZi1hbGljZS0wMDE";
    private static final String SIGNATURE = "c2lnbmF0dXJlLXZhbHVlLW9mLXRoZS1zYW1sLXRpY2tldA==";
    private static final Pattern NTLM = Pattern.compile("TlRMTVNTUAAD[A-Za-z0-9+/]+={0,2}");

    @TempDir
    static Path folder;

    private static Path caseFolder;
    private static Path pem;
    private static Path store;
    private static final TreeSet<String> SECRETS = new TreeSet<>();

    @BeforeAll
    static void aCaseFullOfSecrets(SampleOnDisk.Sample sample) throws Exception {
        IssuedCertificate server = CertificateMaker.subject("CN=fe09.contoso.local").key(SampleKeys.rsa(7)).server().make();
        pem = Files.write(folder.resolve("fe09-export.pem"), (server.pem() + key(server)).getBytes(StandardCharsets.US_ASCII));
        store = store(server);
        Path texts = Files.createDirectories(folder.resolve("secrets"));
        Files.copy(pem, texts.resolve("fe09-export.pem"));
        Files.copy(store, texts.resolve("fe09.pfx"));
        Files.writeString(texts.resolve("notes.txt"), "2018-10-16 12:00:00 signed in with password=" + PASSWORD + "\r\n2018-10-16 12:00:05 done\r\n");
        Files.write(texts.resolve("trace.txt"), trace());
        SECRETS.addAll(List.of(PASSWORD, BEARER, WEB_TICKET, SIGNATURE));
        try (Stream<Path> all = Files.walk(sample.sources())) {
            for (Path each : all.filter(file -> file.toString().endsWith(".txt")).toList()) {
                ntlmAnswers(Files.readString(each, StandardCharsets.ISO_8859_1));
            }
        }
        ntlmAnswers(new String(trace(), StandardCharsets.ISO_8859_1));
        assertTrue(SECRETS.size() > 20, "the sample has NTLM answers of its own");
        caseFolder = folder.resolve("secrets.case");
        Answer.to("import", caseFolder, sample.sources(), texts).done();
    }

    private static void ntlmAnswers(String text) {
        Matcher answers = NTLM.matcher(text);
        while (answers.find()) {
            SECRETS.add(answers.group().substring(answers.group().length() - 40));
            NtlmToken.parseBase64(answers.group()).map(token -> token.ntResponse(true)).filter(response -> response.length() >= 32)
                    .ifPresent(response -> SECRETS.add(response.substring(0, 32)));
        }
    }

    /** Noted as secret in each form in which it could be printed: its lines of base64, and its numbers in hex. */
    private static String key(IssuedCertificate of) {
        PrivateKey key = of.key().getPrivate();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\r', '\n'}).encodeToString(key.getEncoded());
        // what stands before is the public key's modulus, as any certificate tells it
        base64.lines().skip(7).filter(line -> line.length() == 64).forEach(SECRETS::add);
        RSAPrivateCrtKey numbers = (RSAPrivateCrtKey) key;
        for (BigInteger number : List.of(numbers.getPrivateExponent(), numbers.getPrimeP(), numbers.getPrimeQ())) {
            SECRETS.add(number.toString(16).substring(0, 30));
        }
        return "-----BEGIN PRIVATE KEY-----\r\n" + base64 + "\r\n-----END PRIVATE KEY-----\r\n";
    }

    private static Path store(IssuedCertificate server) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        Certificate own = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(server.der()));
        keys.setKeyEntry("fe09", server.key().getPrivate(), PASSWORD.toCharArray(), new Certificate[] {own});
        Path file = folder.resolve("fe09.pfx");
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static byte[] trace() {
        String answer = Base64.getEncoder().encodeToString(
                NtlmMessages.authenticate("CONTOSO", "alice", "WS1", UtcTime.parse("2018-10-16T11:00:00Z"), new SeededRandom(7)));
        ClsWriter writer = new ClsWriter();
        writer.at("2018-10-16T11:00:00Z").message(Direction.IN, "10.0.0.7:50000", SipMessage.request("REGISTER", "sip:contoso.com")
                .header("From", "<sip:alice@contoso.com>;tag=1;epid=2").header("To", "<sip:alice@contoso.com>").header("Call-ID", "c1").header("CSeq", "2 REGISTER")
                .header("Authorization", "NTLM qop=\"auth\", realm=\"SIP Communications Service\", targetname=\"fe01\", gssapi-data=\"" + answer + "\", version=4"));
        writer.at("2018-10-16T11:00:00.050Z").message(Direction.OUT, "10.0.0.7:50000", SipMessage.response(403, "Forbidden")
                .header("From", "<sip:alice@contoso.com>;tag=1;epid=2").header("To", "<sip:alice@contoso.com>").header("Call-ID", "c1").header("CSeq", "2 REGISTER")
                .header("ms-diagnostics", "4004;reason=\"not authorized with Password=" + PASSWORD + "\";source=\"fe01\""));
        writer.at("2018-10-16T11:00:01Z").http("TL_INFO", Direction.IN, "10.0.0.7:50001", SipMessage.startingWith("POST /WebTicket/WebTicketService.svc HTTP/1.1")
                .header("Host", "pool01.contoso.local").header("X-MS-Correlation-Id", "7").header("Authorization", "NTLM " + answer)
                .body("text/xml", "<s:Envelope><s:Body><wsse:UsernameToken><wsse:Username>sip:alice@contoso.com</wsse:Username><wsse:Password>" + PASSWORD
                        + "</wsse:Password></wsse:UsernameToken><SignatureValue>" + SIGNATURE + "</SignatureValue></s:Body></s:Envelope>"));
        writer.at("2018-10-16T11:00:02Z").http("TL_INFO", Direction.IN, "10.0.0.7:50001", SipMessage.startingWith("POST /CertProv/CertProvisioningService.svc HTTP/1.1")
                .header("Host", "pool01.contoso.local").header("X-MS-Correlation-Id", "8").header("Authorization", "Bearer " + BEARER)
                .header("X-MS-WebTicket", "opaque=" + WEB_TICKET).header("Cookie", "session=" + WEB_TICKET)
                .body("text/xml", "<GetAndPublishCert Entity=\"bob@contoso.com\"/>"));
        writer.at("2018-10-16T11:00:03Z").http("TL_WARN", Direction.OUT, "10.0.0.7:50001", SipMessage.startingWith("HTTP/1.1 500 Internal Server Error")
                .header("X-MS-Correlation-Id", "8").header("X-Ms-diagnostics", "28032;source=\"fe01\";reason=\"The web ticket is invalid. password=" + PASSWORD + "\""));
        writer.at("2018-10-16T11:00:04Z").connection("error", "TLS negotiation failed, password=" + PASSWORD, "Local-IP: 10.0.0.1:5061", "Peer-IP: 10.0.0.9:50009",
                "Connection-ID: 0x7", "Transport: TLS", "Result-Code: 0x80090331 (SEC_E_ALGORITHM_MISMATCH)");
        return writer.toBytes();
    }

    private static void assertKeepsSecrets(Object... arguments) {
        Answer answer = Answer.to(arguments);
        assertTrue(answer.status() == CommandLine.DONE, answer::err);
        assertNoSecretIn(answer, arguments);
    }

    private static void assertNoSecretIn(Answer answer, Object... arguments) {
        String printed = answer.out() + answer.err();
        // line ends and colons of hex do not hide a key
        String bare = printed.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
        for (String secret : SECRETS) {
            assertFalse(printed.contains(secret), () -> Arrays.toString(arguments) + " prints " + secret);
            assertFalse(bare.contains(secret.toLowerCase(Locale.ROOT)), () -> Arrays.toString(arguments) + " prints, wrapped, " + secret);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signins --all", "windows-failures", "findings --all", "certificates", "sources", "chains", "chains --refused", "failed-connections",
        "judge", "certificates --text", "certificates --asn1", "certificates --pem"})
    void noVerbPrintsASecretOfACase(String verb) {
        List<Object> arguments = new ArrayList<>(List.of(verb.split(" ")));
        arguments.add(1, caseFolder);
        assertKeepsSecrets(arguments.toArray());
        arguments.add("--json");
        assertNoSecretIn(Answer.to(arguments.toArray()), arguments.toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice@contoso.com", "bob@contoso.com"})
    void noAttemptIsToldWithItsSecrets(String user) {
        List<String> ids = Answer.to("signins", caseFolder, "--user", user, "--json").json().stream().map(each -> String.valueOf(each.get("id"))).toList();
        assertFalse(ids.isEmpty());
        for (String id : ids) {
            assertKeepsSecrets("signins", caseFolder, "--id", id);
            assertKeepsSecrets("signins", caseFolder, "--id", id, "--json");
        }
    }

    @Test
    void noRecordFoundIsPrintedWithItsSecrets() {
        assertKeepsSecrets("search", caseFolder, "", "--limit", 20_000);
        assertKeepsSecrets("search", caseFolder, "", "--json");
    }

    @Test
    void aHistogramByAnyFieldCountsNoSecretByName() {
        int counted = 0;
        for (RecordField field : RecordField.STANDARD) {
            Answer answer = Answer.to("histogram", caseFolder, "", "--buckets", 3, "--by", field.name());
            assertNoSecretIn(answer, "histogram by", field.name());
            counted += answer.status() == CommandLine.DONE ? 1 : 0;
            assertNoSecretIn(Answer.to("histogram", caseFolder, "", "--buckets", 3, "--by", field.name(), "--json"), "histogram --json by", field.name());
        }
        assertTrue(counted > 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--text", "--asn1", "--pem", "--json"})
    void aFileWithAPrivateKeyIsPrintedWithoutIt(String form) {
        assertKeepsSecrets("certificates", pem, form);
        assertKeepsSecrets("certificates", store, form, "--password", PASSWORD);
    }

    @Test
    void judgingAFileWithAPrivateKeyDoesNotPrintIt() {
        assertKeepsSecrets("judge", pem);
        assertKeepsSecrets("judge", pem, "--json");
    }
}

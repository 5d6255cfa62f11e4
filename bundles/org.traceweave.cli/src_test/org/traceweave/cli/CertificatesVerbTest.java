package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** {@code certificates} on files of every kind. */
class CertificatesVerbTest {

    private static final IssuedCertificate SERVER = CertificateMaker.subject("CN=fe01.contoso.com").key(SampleKeys.rsa(1)).server().dns("fe01.contoso.com")
            .valid("2017-01-01T00:00:00Z", "2030-01-01T00:00:00Z").make();

    @TempDir
    private Path folder;

    @Test
    void aRequestIsToldInShortAndInFull() throws IOException {
        Path request = Files.write(folder.resolve("fe01.req"), CertificateMaker.request("CN=fe01.contoso.com", SampleKeys.rsa(1)));
        String told = Answer.to("certificates", request).done().out();
        assertTrue(told.contains("fe01.req: certificate request") && told.contains("Subject: CN=fe01.contoso.com"), told);
        assertTrue(Answer.to("certificates", request, "--text").done().out().contains("Signature Algorithm: "));
        assertEquals(List.of(), Answer.to("certificates", request, "--json").done().json());
    }

    @Test
    void certificatesOfAMessageAreListedWithIt() throws IOException {
        Path message = Files.write(folder.resolve("chain.p7b"), CertificateMaker.pkcs7(SERVER));
        var certificates = Answer.to("certificates", message, "--json").json();
        assertEquals(List.of(SERVER.sha1()), certificates.stream().map(each -> each.get("sha1")).toList());
        assertTrue(Answer.to("certificates", message).done().out().contains("chain.p7b: CMS message"));
    }

    @Test
    void everyWayOfPrintingTellsTheSameCertificate() throws IOException {
        Path file = Files.write(folder.resolve("fe01.cer"), SERVER.der());
        assertEquals(SERVER.pem().replace("\r", ""), Answer.to("certificates", file, "--pem").done().out().replace("\r", ""));
        assertTrue(Answer.to("certificates", file, "--text").done().out().contains("X509v3 extensions:"));
        String tree = Answer.to("certificates", file, "--asn1").done().out();
        assertTrue(tree.startsWith("     0:d=0  hl=4 l=") && tree.contains("OBJECT IDENTIFIER : subjectAltName (2.5.29.17)"), tree);
        assertEquals(1, Answer.to("certificates", file, "--query", "san:fe01.contoso.com notAfter:[2030-01-01 TO 2030-01-02]", "--json").json().size());
        assertEquals(0, Answer.to("certificates", file, "--query", "san:fe02.contoso.com", "--json").json().size());
    }

    @Test
    void aPkcs12FileOpensWithItsPasswordAndKeepsItsKey() throws IOException {
        Path file = Path.of(System.getProperty("traceweave.corpus", "../../../shared/corpus")).resolve("certificates/pyca/pkcs12/name-2-pwd.p12");
        assumeTrue(Files.exists(file), "the corpus is not here");
        Answer closed = Answer.to("certificates", file).done();
        assertTrue(closed.out().contains("what the password hides"), closed.out());
        Path password = Files.writeString(folder.resolve("password"), "password\n");
        var open = Answer.to("certificates", file, "--password-file", password, "--json").json();
        assertEquals(3, open.size());
        String told = Answer.to("certificates", file, "--password-file", password, "--text", "--asn1", "--pem").done().out();
        assertEquals(3, told.split("-----BEGIN CERTIFICATE-----", -1).length - 1);
        assertFalse(told.contains("PRIVATE KEY"));
        assertTrue(told.contains("Private Keys: 1, never shown"));
    }
}

package org.traceweave.ui.certificates.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.traceweave.analysis.CertificateSightings;
import org.traceweave.analysis.CertificateSightings.AskedName;
import org.traceweave.analysis.CertificateSightings.Asker;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateFinder;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.FoundCertificate;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

class CertificatePagesTest {

    private static final IssuedCertificate ROOT = CertificateMaker.subject("CN=Contoso Root,DC=contoso,DC=com").key(SampleKeys.rsa(0)).authority().make();
    private static final IssuedCertificate SERVER = CertificateMaker.subject("CN=fe01.contoso.com").issuedBy(ROOT).key(SampleKeys.rsa(1)).server().make();
    private static final IssuedCertificate SERVER_WITH_NAME = CertificateMaker.subject("CN=fe01.contoso.com").issuedBy(ROOT).key(SampleKeys.rsa(1)).server()
            .dns("fe01.contoso.com").make();
    /** From the extension's identifier to the length of the names in its octet string. */
    private static final int NAMES_LENGTH = 8;
    private static final Evidence AT = new Evidence("FE01/CAPI2.evtx", 4096, 100, Optional.empty());

    private static Dossier dossier(byte[] der, List<AskedName> asked, List<Certificate> sameKey, List<Lint> lints) {
        DecodedCertificate decoded = CertificateDecoder.examine(der);
        CertificateSightings seen = new CertificateSightings(List.of(), 0, OptionalLong.empty(), OptionalLong.empty(), asked, List.of());
        return new Dossier(decoded.facts().with(List.of(), 0, lints), Optional.of(decoded), Optional.empty(), List.of(), seen, sameKey, Optional.empty());
    }

    private static Dossier dossier(byte[] der) {
        return dossier(der, List.of(), List.of(), List.of());
    }

    @Test
    void aNameThatWasAskedAndIsNotAmongItsNamesIsSaidFirst() {
        AskedName other = new AskedName("pool01.contoso.com", Asker.CAPI2, "ROOM-ORION", AT);
        String page = new NamesPage(dossier(SERVER.der(), List.of(other), List.of(), List.of())).write().text();
        assertTrue(page.indexOf("pool01.contoso.com  is not among its names") < page.indexOf("Subject"), page);
        assertTrue(page.contains("Windows verified it for that name on ROOM-ORION (CAPI2)"), page);
        assertTrue(page.contains("be a server (serverAuth)"), page);
    }

    @Test
    void namesThatCannotBeDecodedAreNotSaidToBeAbsent() {
        byte[] der = SERVER_WITH_NAME.der().clone();
        int oid = HexFormat.of().formatHex(der).indexOf("0603551d11") / 2;
        der[oid + NAMES_LENGTH] += 40;
        String page = new NamesPage(dossier(der)).write().text();
        assertTrue(page.contains("could not be decoded, at offset " + (oid + NAMES_LENGTH - 1)), page);
        assertFalse(page.contains("None:"), page);
    }

    @Test
    void partsOfADomainAreOneName() {
        String page = new NamesPage(dossier(ROOT.der())).write().text();
        assertTrue(page.contains("Domain\tcontoso.com"), page);
    }

    @Test
    void thumbprintsStandPlainAndWithColonsAndTheSameKeyIsALink() {
        Certificate renewed = CertificateDecoder.decode(SERVER.der());
        var page = new KeysPage(dossier(SERVER.der(), List.of(), List.of(renewed), List.of())).write();
        String sha1 = renewed.sha1().orElseThrow();
        assertTrue(page.text().contains("SHA-1\t" + sha1), page.text());
        assertTrue(page.text().contains(CertificateWords.pairs(sha1)), page.text());
        assertTrue(page.runs().stream().anyMatch(run -> run.target().equals(Optional.of(new CertificateLink.ToCertificate(sha1)))));
    }

    @Test
    void aTicketHoldsTheFactsTheFindingsWhatMendsThemAndThePem() {
        Lint weak = new Lint("L01", LintLevel.ERROR, "signed by a_b|c using sha1RSA");
        String markdown = CertificateMarkdown.of(dossier(SERVER.der(), List.of(), List.of(), List.of(weak)));
        assertTrue(markdown.startsWith("### fe01.contoso.com\n"), markdown);
        assertTrue(markdown.contains("- **error** signed by a\\_b\\|c using sha1RSA (L01)"), markdown);
        assertTrue(markdown.contains("CNGHashAlgorithm SHA256"), markdown);
        assertTrue(markdown.contains("-----BEGIN CERTIFICATE-----"), markdown);
    }

    @Test
    void noCertificateOfTheCorpusIsTooOddForAPage() throws IOException {
        Path folder = Path.of(System.getProperty("traceweave.corpus", "../../../shared/corpus")).resolve("certificates");
        assumeTrue(Files.isDirectory(folder), "the corpus is not here");
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).filter(file -> file.toString().matches(".*(malformed|pyca|asn1js|pqc).*\\.(der|pem|cer|crt|txt)")).sorted().toList();
        }
        List<String> nameless = new ArrayList<>();
        int pages = 0;
        for (Path file : files) {
            for (FoundCertificate found : CertificateFinder.findInFile(Files.readAllBytes(file)).certificates()) {
                Dossier dossier = dossier(found.der());
                String text = new NamesPage(dossier).write().text() + new KeysPage(dossier).write().text() + TextPage.write(dossier).text()
                        + CertificateMarkdown.of(dossier);
                pages++;
                if (!text.contains("-----END CERTIFICATE-----")) {
                    nameless.add(file.toString());
                }
            }
        }
        assertEquals(List.of(), nameless);
        assertTrue(pages >= 100, pages + " certificates");
    }
}

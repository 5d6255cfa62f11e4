package org.traceweave.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.TrustList.Format;
import org.traceweave.certificates.TrustListException;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

class CaseTrustListsTest {

    private static final IssuedCertificate ROOT = CertificateMaker.subject("CN=Contoso Root").key(SampleKeys.rsa(1)).authority().make();
    private static final IssuedCertificate PUBLIC = CertificateMaker.subject("CN=Public Root").key(SampleKeys.rsa(2)).authority().make();
    private static final String CERTUTIL = "================ Certificate 0 ================\r\nSubject: CN=Far Root\r\nCert Hash(sha1): "
            + "00112233445566778899aabbccddeeff00112233\r\n";

    @TempDir
    Path folder;

    private Case open() throws CaseException {
        return Case.openOrCreate(folder.resolve("room.case"), TestReaders.all());
    }

    private static byte[] pem(IssuedCertificate certificate) {
        return certificate.pem().getBytes(StandardCharsets.US_ASCII);
    }

    private static DecodedCertificate decoded(IssuedCertificate certificate) {
        return CertificateDecoder.examine(certificate.der());
    }

    private static List<String> names(Case of) {
        return of.trustLists().lists().stream().map(each -> each.list().name()).toList();
    }

    @Test
    void listsAreThereAgainWhenTheCaseIsOpenedAgain() throws Exception {
        try (Case source = open()) {
            source.trustLists().add("machine.pem", pem(ROOT), Optional.empty(), false);
            source.trustLists().add("program.pem", pem(PUBLIC), Optional.empty(), true);
            source.trustLists().add("far.txt", CERTUTIL.getBytes(StandardCharsets.UTF_16LE), Optional.empty(), false);
        }
        try (Case source = open()) {
            assertEquals(List.of("machine.pem", "program.pem", "far.txt"), names(source));
            assertEquals(Format.CERTUTIL_TEXT, source.trustLists().lists().getLast().list().format());
            assertEquals(Optional.of("CN=Far Root"), source.trustLists().lists().getLast().list().entries().getFirst().subject());
            assertTrue(source.trustLists().anchors().trusts(decoded(ROOT)));
            assertTrue(source.trustLists().anchors().trusts(decoded(PUBLIC)));
            assertTrue(source.trustLists().publicRoots().trusts(decoded(PUBLIC)));
            assertFalse(source.trustLists().publicRoots().trusts(decoded(ROOT)), "only a list that says so makes an anchor public");
        }
    }

    @Test
    void aRemovedListIsGoneAndLeavesNoFile() throws Exception {
        try (Case source = open()) {
            CaseTrustList added = source.trustLists().add("machine.pem", pem(ROOT), Optional.empty(), false);
            source.trustLists().remove(added.id());
            source.trustLists().remove("neverthere");
            assertTrue(source.trustLists().anchors().isEmpty());
        }
        try (Case source = open(); var files = Files.list(folder.resolve("room.case/trust"))) {
            assertEquals(List.of(), names(source));
            assertEquals(List.of("lists.jsonl"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void theSameFileAgainIsOneListWithItsLatestName() throws Exception {
        try (Case source = open()) {
            source.trustLists().add("a.pem", pem(ROOT), Optional.empty(), false);
            source.trustLists().add("b.pem", pem(ROOT), Optional.empty(), true);
            assertEquals(List.of("b.pem"), names(source));
            assertTrue(source.trustLists().publicRoots().trusts(decoded(ROOT)));
        }
    }

    @Test
    void everyChangeOfTheListsChangesTheFingerprintOfTheCase() throws Exception {
        try (Case source = open()) {
            String before = source.fingerprint();
            CaseTrustList added = source.trustLists().add("a.pem", pem(ROOT), Optional.empty(), false);
            String with = source.fingerprint();
            source.trustLists().add("a.pem", pem(ROOT), Optional.empty(), true);
            assertNotEquals(before, with);
            assertNotEquals(with, source.fingerprint());
            source.trustLists().remove(added.id());
            assertEquals(before, source.fingerprint());
        }
    }

    @Test
    void aWriteThatWasKilledHalfWayLeavesTheListsOfBefore() throws Exception {
        Path trust = folder.resolve("room.case/trust");
        try (Case source = open()) {
            source.trustLists().add("a.pem", pem(ROOT), Optional.empty(), false);
        }
        Files.writeString(trust.resolve("0123456789abcdef.jsonl"), "{\"sha1\":\"00\",\"subj"); // entries of a list that was never named
        Files.writeString(trust.resolve("lists.jsonl.new"), "{\"id\":");
        try (Case source = open()) {
            assertEquals(List.of("a.pem"), names(source));
            source.trustLists().add("b.pem", pem(PUBLIC), Optional.empty(), false);
        }
        try (Case source = open()) {
            assertEquals(List.of("a.pem", "b.pem"), names(source));
        }
    }

    @Test
    void damagedListsAreToldAndDoNotKeepTheCaseFromOpening() throws Exception {
        try (Case source = open()) {
            source.trustLists().add("a.pem", pem(ROOT), Optional.empty(), false);
        }
        Files.writeString(folder.resolve("room.case/trust/lists.jsonl"), "{\"id\":\"../../etc/passwd\"}\n");
        try (Case source = open()) {
            assertEquals(List.of(), names(source));
            assertTrue(source.trustLists().problem().orElseThrow().contains("trust lists of the case room"));
            source.trustLists().add("a.pem", pem(ROOT), Optional.empty(), false);
            assertEquals(Optional.empty(), source.trustLists().problem());
        }
    }

    @Test
    void aReaderOfTheSameCaseSeesTheListsAfterItRefreshed() throws Exception {
        try (Case writer = open(); Case reader = Case.openReadOnly(folder.resolve("room.case"), TestReaders.all())) {
            writer.trustLists().add("a.pem", pem(ROOT), Optional.empty(), false);
            reader.refresh();
            assertEquals(List.of("a.pem"), names(reader));
            assertThrows(CaseException.class, () -> reader.trustLists().add("b.pem", pem(PUBLIC), Optional.empty(), false));
        }
    }

    @Test
    void listenersAreToldOfAnAddedList() throws Exception {
        try (Case source = open()) {
            int[] told = {0};
            source.addListener(new CaseListener() {
                @Override
                public void sourcesChanged() {
                    told[0]++;
                }

                @Override
                public void recordsChanged() {
                    // no record came
                }
            });
            source.trustLists().add("a.pem", pem(ROOT), Optional.empty(), false);
            assertEquals(1, told[0]);
        }
    }

    @Test
    void theListsGoAlongWhenACaseIsSavedUnderAnotherName() throws Exception {
        try (Case source = Case.temporary(TestReaders.all())) {
            source.trustLists().add("a.pem", pem(ROOT), Optional.empty(), false);
            source.saveAs(folder.resolve("room.case"));
            source.trustLists().add("b.pem", pem(PUBLIC), Optional.empty(), false);
        }
        try (Case source = open()) {
            assertEquals(List.of("a.pem", "b.pem"), names(source));
        }
    }

    @Test
    void neitherPasswordNorPrivateKeyOfAKeystoreGetsIntoTheCase() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate root = CertificateFactory.getInstance("X.509").generateCertificate(new java.io.ByteArrayInputStream(ROOT.der()));
        store.setCertificateEntry("root", root);
        store.setKeyEntry("own", ROOT.key().getPrivate(), "s3cr3tword".toCharArray(), new Certificate[] {root});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, "s3cr3tword".toCharArray());
        try (Case source = open()) {
            TrustListException locked = assertThrows(TrustListException.class, () -> source.trustLists().add("a.p12", bytes.toByteArray(),
                    Optional.empty(), false));
            assertTrue(locked.passwordNeeded());
            source.trustLists().add("a.p12", bytes.toByteArray(), Optional.of("s3cr3tword".toCharArray()), false);
            assertTrue(source.trustLists().anchors().trusts(decoded(ROOT)));
        }
        try (var files = Files.list(folder.resolve("room.case/trust"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                assertFalse(text.contains("s3cr3t"), text);
                assertFalse(text.contains(java.util.Base64.getEncoder().encodeToString(ROOT.key().getPrivate().getEncoded()).substring(40, 100)));
            }
        }
        try (Case source = open()) {
            assertTrue(source.trustLists().anchors().trusts(decoded(ROOT)), "read again without a password");
        }
    }

    @Test
    void whatIsNoListIsRefusedAndChangesNothing() throws IOException {
        try (Case source = open()) {
            assertThrows(TrustListException.class, () -> source.trustLists().add("a.txt", "hello".getBytes(StandardCharsets.US_ASCII),
                    Optional.empty(), false));
            assertFalse(Files.exists(folder.resolve("room.case/trust")));
        }
    }
}

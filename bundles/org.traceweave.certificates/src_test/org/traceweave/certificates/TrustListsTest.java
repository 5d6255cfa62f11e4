package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.certificates.TrustList.Format;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;

/** Trust lists in all forms, from writers of our own and from Java's. */
class TrustListsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private static List<String> thumbprints(TrustList list) {
        return list.entries().stream().map(entry -> entry.sha1().orElseThrow()).toList();
    }

    private static List<String> both() {
        return List.of(MadeTrustLists.ROOT.sha1(), MadeTrustLists.OTHER.sha1());
    }

    private static X509Certificate parsed(IssuedCertificate certificate) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate.der()));
    }

    private static byte[] keystore(String type, boolean withKey, char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("contoso", parsed(MadeTrustLists.ROOT));
        store.setCertificateEntry("fabrikam", parsed(MadeTrustLists.OTHER));
        if (withKey) {
            IssuedCertificate own = CertificateMaker.subject("CN=own").make();
            store.setKeyEntry("own", own.key().getPrivate(), password, new X509Certificate[] {parsed(own)});
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    @Test
    void a_serialized_store_gives_certificates_and_their_friendly_names() throws Exception {
        TrustList list = TrustLists.read("root.sst", MadeTrustLists.store());
        assertEquals(Format.SERIALIZED_STORE, list.format());
        assertEquals(both(), thumbprints(list));
        assertEquals(List.of(Optional.of("Contoso's root"), Optional.empty()), list.entries().stream().map(TrustEntry::label).toList());
        assertEquals(List.of(), list.problems());
    }

    @Test
    void a_store_that_was_cut_off_gives_what_came_before() throws Exception {
        byte[] whole = MadeTrustLists.store();
        TrustList list = TrustLists.read("root.sst", Arrays.copyOf(whole, whole.length - 12 - MadeTrustLists.OTHER.der().length / 2));
        assertEquals(List.of(MadeTrustLists.ROOT.sha1()), thumbprints(list));
        assertTrue(list.problems().getFirst().contains("available"), () -> list.problems().toString());
    }

    @Test
    void a_length_beyond_all_memory_is_not_believed() throws Exception {
        byte[] element = MadeTrustLists.element(32, MadeTrustLists.ROOT.der());
        byte[] lying = MadeTrustLists.element(32, new byte[4]);
        Arrays.fill(lying, 8, 12, (byte) 0xff);
        TrustList list = TrustLists.read("root.sst", MadeTrustLists.store(element, lying));
        assertEquals(1, list.entries().size());
        assertTrue(list.problems().getFirst().contains("declared 4294967295 bytes"), () -> list.problems().toString());
    }

    @Test
    void pkcs7_is_read_in_binary_and_in_pem() throws Exception {
        byte[] bytes = CertificateMaker.pkcs7(MadeTrustLists.ROOT, MadeTrustLists.OTHER);
        TrustList list = TrustLists.read("roots.p7b", bytes);
        assertEquals(Format.CMS, list.format());
        assertEquals(both().stream().sorted().toList(), thumbprints(list).stream().sorted().toList());
        String pem = "-----BEGIN PKCS7-----\n" + java.util.Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END PKCS7-----\n";
        assertEquals(thumbprints(list), thumbprints(TrustLists.read("roots.p7b", pem.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void pem_is_read_with_titles_between_and_each_certificate_once() throws Exception {
        String text = "##\n## Bundle of CA Root Certificates\n##\n\nContoso Root\n============\n" + MadeTrustLists.ROOT.pem()
                + "\nFabrikam\n========\n"
                + MadeTrustLists.OTHER.pem() + MadeTrustLists.ROOT.pem();
        TrustList list = TrustLists.read("cacert.pem", text.getBytes(StandardCharsets.UTF_8));
        assertEquals(Format.PEM, list.format());
        assertEquals(both(), thumbprints(list));
    }

    @Test
    void a_private_key_among_certificates_is_told_and_not_kept() throws Exception {
        String key = "-----BEGIN PRIVATE KEY-----\n" + java.util.Base64.getMimeEncoder().encodeToString(MadeTrustLists.ROOT.key().getPrivate()
                .getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        TrustList list = TrustLists.read("both.pem", (MadeTrustLists.ROOT.pem() + key).getBytes(StandardCharsets.US_ASCII));
        assertEquals(List.of(MadeTrustLists.ROOT.sha1()), thumbprints(list));
        assertTrue(list.problems().getFirst().contains("1 private key"), () -> list.problems().toString());
    }

    @Test
    void one_certificate_in_der_is_a_list() throws Exception {
        TrustList list = TrustLists.read("root.cer", MadeTrustLists.ROOT.der());
        assertEquals(Format.DER, list.format());
        assertEquals(List.of(MadeTrustLists.ROOT.sha1()), thumbprints(list));
    }

    @Test
    void certutil_text_of_english_and_german_windows_gives_thumbprints_and_names() throws Exception {
        for (String text : List.of(MadeTrustLists.englishCertutil(), MadeTrustLists.germanCertutil())) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16,
                    Charset.forName("windows-1252"))) {
                TrustList list = TrustLists.read("root.txt", text.getBytes(charset));
                assertEquals(Format.CERTUTIL_TEXT, list.format(), charset::name);
                assertEquals(both(), thumbprints(list), charset::name);
                assertEquals(List.of(Optional.of("CN=Contoso Root CA, O=Contoso"), Optional.of("CN=Fabrikam Root, O=Fabrikam")),
                        list.entries().stream().map(TrustEntry::subject).toList());
                assertTrue(TrustAnchors.ofLists(List.of(list)).trusts(CertificateDecoder.examine(MadeTrustLists.ROOT.der())), "by thumbprint alone");
            }
        }
    }

    @Test
    void a_java_keystore_is_read_without_its_password() throws Exception {
        TrustList list = TrustLists.read("store.jks", keystore("JKS", false, PASSWORD));
        assertEquals(Format.JKS, list.format());
        assertEquals(both().stream().sorted().toList(), thumbprints(list).stream().sorted().toList());
        assertEquals(List.of("contoso", "fabrikam"), list.entries().stream().map(entry -> entry.label().orElseThrow()).sorted().toList());
    }

    @Test
    void a_keys_own_certificate_in_a_keystore_is_not_trusted() throws Exception {
        for (String type : List.of("JKS", "PKCS12")) {
            TrustList list = TrustLists.read("store", keystore(type, true, PASSWORD), Optional.of(PASSWORD));
            assertEquals(both().stream().sorted().toList(), thumbprints(list).stream().sorted().toList(), type);
            assertTrue(list.problems().stream().anyMatch(problem -> problem.contains("1 private key")), () -> type + list.problems());
        }
    }

    @Test
    void pkcs12_asks_for_its_password_and_refuses_a_wrong_one() throws Exception {
        byte[] store = keystore("PKCS12", false, PASSWORD);
        TrustListException without = assertThrows(TrustListException.class, () -> TrustLists.read("store.p12", store));
        assertTrue(without.passwordNeeded());
        TrustListException wrong = assertThrows(TrustListException.class, () -> TrustLists.read("store.p12", store,
                Optional.of("letmein".toCharArray())));
        assertTrue(wrong.passwordNeeded());
        assertFalse(wrong.getMessage().contains("letmein"));
        assertEquals(2, TrustLists.read("store.p12", store, Optional.of(PASSWORD)).entries().size());
    }

    @Test
    void a_wrong_password_of_a_java_keystore_is_told() throws Exception {
        byte[] store = keystore("JKS", false, PASSWORD);
        assertTrue(assertThrows(TrustListException.class, () -> TrustLists.read("store.jks", store,
                Optional.of("letmein".toCharArray()))).passwordNeeded());
    }

    @Test
    void the_trust_list_of_the_running_java_is_read_whole() throws Exception {
        Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        KeyStore own = KeyStore.getInstance(file.toFile(), PASSWORD);
        List<String> expected = new ArrayList<>();
        for (String alias : Collections.list(own.aliases())) {
            expected.add(CertificateDecoder.examine(own.getCertificate(alias).getEncoded()).facts().sha1().orElseThrow());
        }
        TrustList list = TrustLists.read("cacerts", Files.readAllBytes(file), Optional.of(PASSWORD));
        assertEquals(expected.stream().sorted().toList(), thumbprints(list).stream().sorted().toList());
        assertTrue(expected.size() > 50, "a real list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "HKEY_LOCAL_MACHINE", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void what_is_no_list_is_refused_with_its_name(String text) {
        TrustListException refusal = assertThrows(TrustListException.class, () -> TrustLists.read("x.bin", text.getBytes(StandardCharsets.US_ASCII)));
        assertTrue(refusal.getMessage().startsWith("x.bin"), refusal::getMessage);
        assertFalse(refusal.passwordNeeded());
    }

    @Test
    void a_file_beyond_all_reason_is_refused() {
        assertThrows(TrustListException.class, () -> TrustLists.read("big", new byte[TrustLists.MAX_BYTES + 1]));
    }

    @Test
    void damaged_lists_end_in_a_list_or_a_sentence() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<byte[]> forms = List.of(MadeTrustLists.store(), CertificateMaker.pkcs7(MadeTrustLists.ROOT, MadeTrustLists.OTHER),
                MadeTrustLists.ROOT.der(),
                keystore("JKS", true, PASSWORD), keystore("PKCS12", true, PASSWORD),
                        MadeTrustLists.germanCertutil().getBytes(StandardCharsets.UTF_16LE));
        for (int round = 0; round < 600; round++) {
            byte[] damaged = forms.get(round % forms.size()).clone();
            for (int hits = random.nextInt(8); hits >= 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            byte[] cut = random.nextInt(3) == 0 ? Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length)) : damaged;
            try {
                TrustList list = TrustLists.read("damaged", cut, random.nextBoolean() ? Optional.of(PASSWORD) : Optional.empty());
                assertFalse(list.entries().isEmpty(), () -> "seed " + seed);
            } catch (TrustListException e) {
                assertFalse(e.getMessage().isBlank(), () -> "seed " + seed);
            }
        }
    }
}

package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.Test;
import org.traceweave.model.CertificateMark;

class CertificateFinderTest {

    private static final byte[] DER = MadeCertificates.server("SHA256");
    private static final String PEM = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(DER)
            + "\n-----END CERTIFICATE-----\n";
    private static final String BASE64 = Base64.getEncoder().encodeToString(DER);

    @Test
    void a_pem_block_is_found_from_its_begin_line_to_its_end_line() {
        FoundCertificate found = one("before\n" + PEM + "after");
        assertEquals(FindEncoding.PEM, found.encoding());
        assertEquals(7, found.offset());
        assertEquals(PEM.length() - 1, found.length());
    }

    @Test
    void pem_is_found_indented_quoted_on_one_line_and_with_escaped_line_breaks() {
        one(PEM.indent(4));
        one(PEM.replaceAll("(?m)^", "> "));
        one(PEM.replace("\n", " "));
        one("{\"cert\":\"" + PEM.replace("\n", "\\n") + "\"}");
        one("{\"cert\":\"" + PEM.replace("\n", "\\r\\n").replace("/", "\\/") + "\"}");
        one(PEM.replace("\n", "&#13;\n"));
        one(PEM.replace("\n", "\r\n"));
    }

    @Test
    void bare_base64_is_found_at_every_alignment() {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + DER.length + 5];
            new Random(3).nextBytes(shifted);
            System.arraycopy(DER, 0, shifted, before, DER.length);
            String text = "value=" + Base64.getEncoder().encodeToString(shifted) + ";";
            assertEquals(FindEncoding.BASE64, one(text).encoding(), "alignment " + before);
            assertEquals(bit(CertificateMark.PEM), scan(text), "alignment " + before);
        }
    }

    @Test
    void base64_is_found_in_the_url_alphabet_and_percent_encoded() {
        one("x5c=" + Base64.getUrlEncoder().withoutPadding().encodeToString(DER) + "&y=1");
        one("x5c=" + BASE64.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D") + "&y=1");
    }

    @Test
    void hex_is_found_bare_and_with_separators_and_in_dumps() {
        assertEquals(FindEncoding.HEX, one("<Binary>" + HexFormat.of().withUpperCase().formatHex(DER) + "</Binary>").encoding());
        one(HexFormat.ofDelimiter(" ").formatHex(DER));
        one(HexFormat.ofDelimiter(":").formatHex(DER));
        one(HexFormat.ofDelimiter(", ").withPrefix("0x").formatHex(DER));
        one(HexFormat.of().withPrefix("\\x").formatHex(DER));
        one(dump(DER));
    }

    @Test
    void a_certificate_inside_a_dump_of_something_else_is_found() {
        one(dump(MadeTls.record(22, 0x0301, MadeTls.join(MadeTls.serverHello(0x0301, 47), MadeTls.certificateList(DER)))));
    }

    @Test
    void certificates_of_a_handshake_are_found_with_the_characters_they_take() {
        byte[] root = MadeCertificates.root("SHA256");
        byte[] flight = MadeTls.record(22, 0x0301, MadeTls.join(MadeTls.serverHello(0x0301, 47), MadeTls.certificateList(DER, root)));
        String text = "WWW-Authenticate: TLS-DSK opaque=\"F7\", gssapi-data=\"" + Base64.getEncoder().encodeToString(flight) + "\"\r\nContent-Length: 0";
        CertificateFinds finds = find(text);
        assertEquals(2, finds.certificates().size());
        assertEquals(1, finds.flights().size());
        FoundCertificate leaf = finds.certificates().getFirst();
        assertEquals(FindEncoding.TLS, leaf.encoding());
        assertArrayEquals(DER, leaf.der());
        assertTrue(Math.abs(leaf.length() - DER.length * 4 / 3) < 4);
        assertEquals(bit(CertificateMark.TLS), scan(text));
    }

    @Test
    void every_transcript_gives_its_certificates() {
        for (String file : List.of("tls10", "tls11", "tls12", "tls12-ecdhe")) {
            byte[] bytes = Corpus.bytes("synthetic-adcs/tlsdsk-" + file + ".sip.txt");
            assertEquals(2, CertificateFinder.find(bytes).certificates().size(), file);
            assertTrue((CertificateMarks.scan(bytes, 0, bytes.length) & bit(CertificateMark.TLS)) != 0);
        }
    }

    @Test
    void raw_bytes_and_utf_16_are_found() {
        byte[] padded = new byte[DER.length + 20];
        System.arraycopy(DER, 0, padded, 7, DER.length);
        FoundCertificate raw = CertificateFinder.find(padded).certificates().getFirst();
        assertEquals(FindEncoding.DER, raw.encoding());
        assertEquals(7, raw.offset());
        assertEquals(DER.length, raw.length());
        byte[] wide = ("certificate: " + PEM).getBytes(StandardCharsets.UTF_16LE);
        FoundCertificate found = CertificateFinder.find(wide).certificates().getFirst();
        assertArrayEquals(DER, found.der());
        assertEquals(26, found.offset());
    }

    @Test
    void a_cms_file_gives_all_its_certificates() throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addCertificates(new CollectionStore<>(List.of(new X509CertificateHolder(DER), new X509CertificateHolder(MadeCertificates.root("SHA256")))));
        byte[] cms = generator.generate(new CMSProcessableByteArray(new byte[0])).getEncoded();
        List<FoundCertificate> found = CertificateFinder.findInFile(cms).certificates();
        assertEquals(2, found.size());
        assertEquals("pkcs7", found.getFirst().container());
        assertEquals(2, find("-----BEGIN PKCS7-----\n" + Base64.getMimeEncoder().encodeToString(cms) + "\n-----END PKCS7-----").certificates().size());
        assertEquals(2, find("data " + Base64.getEncoder().encodeToString(cms)).certificates().size());
    }

    @Test
    void private_keys_are_told_and_not_kept() {
        byte[] pkcs8 = MadeCertificates.privateKey();
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pkcs8) + "\n-----END PRIVATE KEY-----";
        FoundPrivateKey key = find("x\n" + pem).privateKeys().getFirst();
        assertEquals(new FoundPrivateKey(2, pem.length(), FindEncoding.PEM, "PKCS#8", false), key);
        assertTrue(find("x\n" + pem).certificates().isEmpty());
        assertEquals("PKCS#8", find("key=" + Base64.getEncoder().encodeToString(pkcs8)).privateKeys().getFirst().kind());
        assertEquals("PKCS#8", CertificateFinder.findInFile(pkcs8).privateKeys().getFirst().kind());
        byte[] rsa = encoded(PrivateKeyInfo.getInstance(pkcs8));
        assertEquals("RSA", CertificateFinder.findInFile(rsa).privateKeys().getFirst().kind());
        String locked = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----";
        assertEquals(new FoundPrivateKey(0, locked.length(), FindEncoding.PEM, "RSA", true), find(locked).privateKeys().getFirst());
    }

    private static byte[] encoded(PrivateKeyInfo key) {
        try {
            return key.parsePrivateKey().toASN1Primitive().getEncoded();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_cut_certificate_is_told_with_how_much_is_there() {
        CertificateFinds finds = find("gssapi: " + BASE64.substring(0, 600));
        assertTrue(finds.certificates().isEmpty());
        assertEquals("certificate cut: declared " + (DER.length - 4) + " bytes, 446 available", finds.problems().getFirst().text());
    }

    @Test
    void random_base64_gives_no_find() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        byte[] random = new byte[3 << 20];
        new Random(seed).nextBytes(random);
        CertificateFinds finds = find(Base64.getMimeEncoder().encodeToString(random));
        assertTrue(finds.certificates().isEmpty() && finds.privateKeys().isEmpty(), finds.toString());
    }

    @Test
    void ordinary_log_text_has_no_marks() {
        String line = "01/14/2018|11:24:35.123 1A2C:0F10 INFO  :: SIP/2.0 401 Unauthorized Via: SIP/2.0/TLS 10.1.2.3:50231;branch=z9hG4bK5D2B3E7A "
                + "Call-ID: d5f2b95d5be64c2cbfb38aa5d3a87ae7 Date: Sun, 14 Jan 2018 10:24:35 GMT                                 end\r\n";
        assertEquals(0, scan(line.repeat(50)));
    }

    @Test
    void marks_are_set_for_each_writing() {
        assertEquals(bit(CertificateMark.PEM), scan("text\n" + PEM));
        assertEquals(bit(CertificateMark.PEM), scan("{\"cert\":\"" + PEM.replace("\n", "\\n") + "\"}"));
        assertEquals(bit(CertificateMark.PEM), scan("token=" + BASE64));
        assertEquals(bit(CertificateMark.DER), scan("<Binary>" + HexFormat.of().formatHex(DER) + "</Binary>") & bit(CertificateMark.DER));
        assertEquals(bit(CertificateMark.DER), scan(HexFormat.ofDelimiter(" ").formatHex(DER)));
        assertEquals(bit(CertificateMark.DER), scan(dump(DER)));
        String kerberos = "Authorization: Kerberos gssapi-data=\"YIIF" + Base64.getEncoder().encodeToString(new byte[300]) + "\"";
        assertEquals(0, scan(kerberos));
    }

    @Test
    void keys_with_and_without_a_password_are_blotted_out_and_the_text_around_them_stays() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(MadeCertificates.privateKey());
        String locked = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n" + body.replace("MII", "abc") + "\n-----END RSA PRIVATE KEY-----";
        for (String key : List.of("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----", locked)) {
            String masked = PrivateKeyMask.mask("before " + key + " after");
            assertTrue(masked.startsWith("before -----BEGIN ") && masked.endsWith("PRIVATE KEY----- after"), masked);
            assertTrue(body.lines().filter(line -> line.length() == 64).noneMatch(line -> masked.contains(line.substring(4))), masked);
            assertEquals(("before " + key + " after").length(), masked.length());
        }
        assertTrue(PrivateKeyMask.mask("key=" + body.replace("\n", "") + ";").matches("key=\\*+=*;"));
        String certificate = "before " + PEM;
        assertEquals(certificate, PrivateKeyMask.mask(certificate));
        byte[] both = (locked + "\n").getBytes(StandardCharsets.US_ASCII);
        assertEquals(Optional.of(false), PrivateKeyMask.mask(both, 0, both.length, scan(locked)).map(PrivateKeyMask.Masked::inTheClear));
    }

    @Test
    void two_thousand_mutations_of_text_neither_fail_nor_hang() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<byte[]> texts = new ArrayList<>();
        texts.add(PEM.getBytes(StandardCharsets.US_ASCII));
        texts.add(dump(DER).getBytes(StandardCharsets.US_ASCII));
        texts.add(BASE64.getBytes(StandardCharsets.US_ASCII));
        texts.add(DER);
        for (int i = 0; i < 2_000; i++) {
            byte[] mutant = texts.get(i % texts.size()).clone();
            for (int j = random.nextInt(8); j >= 0; j--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            CertificateFinder.find(mutant);
            CertificateFinder.findInFile(Arrays.copyOf(mutant, random.nextInt(mutant.length)));
        }
    }

    private static String dump(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length; at += 16) {
            byte[] row = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 16));
            String characters = new String(row, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
            text.append(String.format(java.util.Locale.ROOT, "%08x  %-48s  %s%n", at, HexFormat.ofDelimiter(" ").formatHex(row), characters));
        }
        return text.toString();
    }

    private static FoundCertificate one(String text) {
        CertificateFinds finds = find(text);
        assertEquals(1, finds.certificates().size(), finds.problems().toString());
        assertArrayEquals(DER, finds.certificates().getFirst().der());
        return finds.certificates().getFirst();
    }

    private static CertificateFinds find(String text) {
        return CertificateFinder.find(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int scan(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return CertificateMarks.scan(bytes, 0, bytes.length);
    }

    private static int bit(CertificateMark mark) {
        return 1 << mark.ordinal();
    }
}

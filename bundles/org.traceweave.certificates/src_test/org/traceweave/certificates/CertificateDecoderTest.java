package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Certificate;
import org.traceweave.model.UtcTime;

class CertificateDecoderTest {

    @Test
    void all_fields_of_an_ordinary_server_certificate_are_given() {
        Certificate facts = CertificateDecoder.decode(MadeCertificates.server("SHA1"));
        assertEquals(Optional.of("CN=fe01.contoso.com"), facts.subject());
        assertEquals(Optional.of("DC=com,DC=contoso,CN=Contoso Root"), facts.issuer());
        assertEquals(Optional.of("4d"), facts.serial());
        assertEquals("2016-03-01T00:00:00.0000000Z", UtcTime.format(facts.notBefore().getAsLong()));
        assertEquals(Optional.of("sha1WithRSAEncryption"), facts.signatureAlgorithm());
        assertEquals(Optional.of("SHA1"), facts.signatureHash());
        assertEquals(Optional.of("rsaEncryption"), facts.keyAlgorithm());
        assertEquals(OptionalInt.of(2048), facts.keyBits());
        assertEquals(List.of("DNS:fe01.contoso.com", "IP:10.0.0.5"), facts.subjectAltNames());
        assertEquals(List.of("1.3.6.1.5.5.7.3.1"), facts.extendedKeyUsage());
        assertTrue(facts.problems().isEmpty());
        assertEquals("serverAuth (1.3.6.1.5.5.7.3.1)", facts.extensions().get(2).text());
    }

    @Test
    void microsoft_extensions_are_told_in_words() {
        Certificate facts = Corpus.certificate("synthetic-adcs/06-sha256-fe-under-g2.pem").facts();
        String all = facts.extensions().toString();
        assertTrue(all.contains("msCertificateTemplate"), all);
        assertTrue(facts.extensions().stream().noneMatch(extension -> extension.text().startsWith("undecodable")), all);
    }

    @Test
    void a_validity_to_the_year_9999_is_kept() {
        Certificate facts = CertificateDecoder.decode(withValidity("20180101000000Z", "99991231235959Z"));
        assertEquals("9999-12-31T23:59:59.0000000Z", UtcTime.format(facts.notAfter().getAsLong()));
        assertTrue(facts.notBefore().getAsLong() < facts.notAfter().getAsLong());
    }

    /** A certificate cut down to its signed part, enough to decode the validity. */
    private static byte[] withValidity(String from, String until) {
        byte[] algorithm = der(0x30, der(0x06, new byte[] {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 11}));
        byte[] validity = der(0x30, MadeTls.join(der(0x18, ascii(from)), der(0x18, ascii(until))));
        byte[] tbs = der(0x30, MadeTls.join(der(0x02, new byte[] {1}), algorithm, der(0x30, new byte[0]), validity, der(0x30, new byte[0])));
        return der(0x30, MadeTls.join(tbs, algorithm, der(0x03, new byte[] {0, 1})));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static byte[] der(int tag, byte[] content) {
        return MadeTls.join(content.length < 128 ? new byte[] {(byte) tag, (byte) content.length}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length}, content);
    }

    @Test
    void a_serial_number_is_hex_of_the_absolute_value_in_whole_bytes() {
        assertEquals(Optional.of("00"), serial(0));
        assertEquals(Optional.of("80"), serial(0, 0x80));
        assertEquals(Optional.of("-80"), serial(0x80));
        assertEquals(Optional.of("0100"), serial(1, 0));
    }

    private static Optional<String> serial(int... octets) {
        byte[] value = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            value[i] = (byte) octets[i];
        }
        return CertificateDecoder.decode(der(0x30, der(0x30, der(0x02, value)))).serial();
    }

    @Test
    void a_certificate_cut_anywhere_says_how_much_is_there_and_has_no_fingerprint() {
        byte[] der = MadeCertificates.server("SHA256");
        for (int length = 0; length < der.length; length++) {
            Certificate facts = CertificateDecoder.decode(Arrays.copyOf(der, length));
            assertFalse(facts.problems().isEmpty());
            assertTrue(facts.sha1().isEmpty());
        }
        Certificate cut = CertificateDecoder.decode(Arrays.copyOf(der, der.length - 300));
        assertEquals(Optional.of("CN=fe01.contoso.com"), cut.subject());
        assertEquals("declared " + (der.length - 4) + " bytes, " + (der.length - 304) + " available", cut.problems().getFirst().text());
    }

    @Test
    void two_thousand_mutations_neither_fail_nor_hang() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<byte[]> originals = new ArrayList<>(List.of(MadeCertificates.server("SHA256"), MadeCertificates.root("SHA1")));
        for (int i = 0; i < 2_000; i++) {
            byte[] mutant = originals.get(i % originals.size()).clone();
            for (int j = random.nextInt(6); j >= 0; j--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            DecodedCertificate decoded = CertificateDecoder.examine(mutant);
            assertNotNull(CertificateText.text(decoded));
            assertNotNull(CertificateText.asn1(decoded));
            if (i % 10 == 0) {
                CertificateLint.lint(decoded, LintContext.none().withChain(CertificateChains.chainOf(decoded, List.of(decoded))), 0);
            }
        }
    }

    @Test
    void every_file_of_the_corpus_is_decoded_and_judged_without_failing() {
        for (var path : Corpus.files()) {
            byte[] bytes = Corpus.bytes(path.toString());
            for (FoundCertificate found : CertificateFinder.findInFile(bytes).certificates()) {
                DecodedCertificate decoded = CertificateDecoder.examine(found.der());
                assertFalse(CertificateText.text(decoded).isEmpty());
                CertificateText.asn1(decoded);
                CertificateLint.lint(decoded, LintContext.none(), decoded.facts().notBefore().orElse(0));
            }
            TlsRecords.read(bytes);
        }
    }

    /** Every extension that the reference names: each has a name of its own. */
    @Test
    void every_extension_of_the_reference_has_a_name() {
        List<String> oids = new ArrayList<>();
        for (String arc : "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 46 54 55 56 72 73 74".split(" ")) {
            oids.add("2.5.29." + arc);
        }
        for (String arc : "1 2 3 7 8 11 12 14 24 26 30 31 32".split(" ")) {
            oids.add("1.3.6.1.5.5.7.1." + arc);
        }
        for (String arc : "1 2 3 4 7 8 12 13".split(" ")) {
            oids.add("2.16.840.1.113730.1." + arc);
        }
        for (String arc : "20.2 21.1 21.2 21.3 21.4 21.7 21.10 21.11 21.12 21.14 21.22 25.1 25.2 10.9.1 60.1.1".split(" ")) {
            oids.add("1.3.6.1.4.1.311." + arc);
        }
        oids.addAll(List.of("1.3.6.1.5.5.7.48.1.5", "1.2.840.113549.1.9.15", "1.3.6.1.4.1.11129.2.4.2", "1.3.6.1.4.1.11129.2.4.3", "1.3.6.1.4.1.11129.2.4.5",
                "2.23.140.3.1", "1.2.840.113533.7.65.0"));
        assertEquals(List.of(), oids.stream().filter(oid -> org.traceweave.certificates.internal.x509.Oids.object(oid).isEmpty()).toList());
    }
}

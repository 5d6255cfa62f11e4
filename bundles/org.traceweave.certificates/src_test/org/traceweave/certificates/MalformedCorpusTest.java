package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateProblem;

class MalformedCorpusTest {

    /** The certificate that most damaged files were made from. */
    private static final int WHOLE = 1473;

    @TestFactory
    Stream<DynamicTest> damaged_files_behave_as_their_manifest_says() {
        return Corpus.table("malformed/MANIFEST-malformed.tsv").stream().map(row -> DynamicTest.dynamicTest(row[0] + ": " + row[2], () -> check(row[0], row[2])));
    }

    private static void check(String file, String expected) {
        CertificateFinds finds = CertificateFinder.findInFile(Corpus.bytes("malformed/" + file));
        if (expected.startsWith("ok: 2")) {
            assertEquals(2, finds.certificates().size());
        } else if (expected.startsWith("ok")) {
            assertEquals(1, finds.certificates().size(), finds.problems().toString());
        } else {
            assertTrue(finds.certificates().isEmpty());
            String problem = finds.problems().stream().map(CertificateFinds.Problem::text).collect(Collectors.joining("; "));
            assertFalse(problem.isEmpty());
            String wanted = expected.substring("error: ".length());
            for (String word : List.of("truncated", "declared", "nesting", "OID too long", "reserved length octet", "length of length",
                    "illegal base64 character at line 5 column 21", "JPEG", "HTML", "not ASN.1", "empty input")) {
                if (wanted.contains(word)) {
                    assertTrue(problem.contains(word.replace("nesting", "nested")), wanted + " / " + problem);
                }
            }
        }
    }

    @Test
    void a_date_that_is_none_leaves_the_other_fields_readable() {
        Certificate facts = Corpus.certificate("malformed/40-bad-utctime.der").facts();
        assertTrue(facts.notBefore().isEmpty());
        assertTrue(facts.notAfter().isPresent());
        assertEquals(List.of("notBefore"), facts.problems().stream().map(CertificateProblem::field).toList());
    }

    @Test
    void names_that_cannot_be_decoded_are_shown_as_hex_with_the_reason() {
        Certificate facts = Corpus.certificate("malformed/42-san-bad-inner.der").facts();
        assertTrue(facts.problems().stream().anyMatch(problem -> problem.field().equals("subjectAltName") && problem.offset() > 0));
        assertTrue(facts.extensions().stream().anyMatch(extension -> extension.oid().equals("2.5.29.17") && extension.text().startsWith("undecodable (")));
        assertTrue(facts.sha256().isPresent());
    }

    @Test
    void a_certificate_in_any_writing_is_the_same_certificate() {
        List<String> hashes = Corpus.table("malformed/MANIFEST-malformed.tsv").stream().map(row -> row[0])
                .filter(file -> file.compareTo("20") >= 0 && file.compareTo("39") < 0 && !file.startsWith("21") && !file.startsWith("27"))
                .map(file -> Corpus.certificate("malformed/" + file).facts().sha256().orElseThrow()).distinct().toList();
        assertEquals(1, hashes.size());
    }

    @Test
    void trailing_bytes_are_told_and_not_part_of_the_certificate() {
        FoundCertificate found = CertificateFinder.findInFile(Corpus.bytes("malformed/05-trailing-garbage.der")).certificates().getFirst();
        assertEquals(WHOLE, found.der().length);
        assertEquals(List.of("11 trailing bytes after the certificate"), found.notes());
    }

    @Test
    void a_label_that_says_something_else_is_told() {
        FoundCertificate found = CertificateFinder.findInFile(Corpus.bytes("malformed/28-pem-wrong-label.pem")).certificates().getFirst();
        assertEquals(List.of("label says CERTIFICATE REQUEST, content is a certificate"), found.notes());
    }

    @Test
    void a_missing_end_line_is_told() {
        FoundCertificate found = CertificateFinder.findInFile(Corpus.bytes("malformed/20-pem-no-end.pem")).certificates().getFirst();
        assertEquals(List.of("END line is missing"), found.notes());
    }

    @Test
    void real_files_that_other_decoders_refuse_are_decoded() {
        for (String[] row : Corpus.table("malformed-real.tsv")) {
            CertificateFinds finds = CertificateFinder.findInFile(Corpus.bytes(row[0]));
            if (row[1].equals("yes")) {
                assertFalse(finds.certificates().isEmpty(), row[0]);
            }
        }
    }

    @Test
    void lints_that_the_manifest_expects_are_told() {
        assertEquals("not DER: indefinite length at 0", lint("09-indefinite-ber", "L41"));
        assertTrue(lint("11-nonminimal-length", "L41").startsWith("not DER: length not minimal"));
        assertEquals("version 8 does not exist", lint("41-version-8", "L39"));
        assertTrue(lint("43-sigalg-mismatch", "L40").contains("sha1WithRSAEncryption"));
    }

    private static String lint(String file, String id) {
        DecodedCertificate certificate = Corpus.certificate("malformed/" + file + ".der");
        return CertificateLint.lint(certificate, LintContext.none(), certificate.facts().notBefore().orElse(0)).stream().filter(lint -> lint.id().equals(id))
                .findFirst().orElseThrow(() -> new AssertionError(id + " is missing for " + file)).text();
    }

    @Test
    void a_key_of_an_unknown_kind_is_named_by_its_number() {
        Certificate facts = Corpus.certificate("malformed/44-spki-unknown-oid.der").facts();
        assertTrue(facts.keyAlgorithm().orElseThrow().matches("[0-9.]+"), facts.keyAlgorithm().toString());
        assertTrue(facts.keyBits().isEmpty());
    }

    @Test
    void a_flipped_bit_in_the_signature_leaves_every_field_readable() {
        Certificate flipped = Corpus.certificate("malformed/45-signature-flipped.der").facts();
        Certificate whole = Corpus.certificate("malformed/20-pem-no-end.pem").facts();
        assertEquals(whole.subject(), flipped.subject());
        assertEquals(whole.subjectAltNames(), flipped.subjectAltNames());
        assertEquals(List.of(), flipped.problems());
        assertFalse(whole.sha256().equals(flipped.sha256()));
    }
}

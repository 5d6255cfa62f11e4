package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.internal.x509.Oids;
import org.traceweave.model.Certificate;

class ExpectedCorpusTest {

    /** Files with X509 CERTIFICATE, TRUSTED CERTIFICATE or PKCS7 blocks, which the table does not count. */
    private static final Set<String> OTHER_LABELS = Set.of("pyca/x509/cryptography.io.old_header.pem",
            "bc-java/pkix/org/bouncycastle/openssl/test/test.pem");
    /** Cells in which the tool that made the table lost its way. */
    private static final Set<String> ARTEFACTS = Set.of(
            // A DNS name of control characters; the table has "0".
            "zlint/SANDNSNull.pem san",
            // A line break in an address; the table lost the lines after it.
            "zlint/code_signing/cs_aia_malformed_ocsp_url.pem issuers",
            // Extensions with names of blanks and Cyrillic text; the table lost them.
            "pyca/x509/e-trust.ru.der ext_list");

    private final List<String> differences = new ArrayList<>();

    @Test
    void every_field_of_every_real_certificate_is_as_openssl_shows_it() {
        List<String[]> rows = Corpus.table("expected.tsv");
        int equal = 0;
        for (String[] row : rows) {
            int before = differences.size();
            compare(row);
            equal += differences.size() == before ? 1 : 0;
        }
        System.out.println(equal + " of " + rows.size() + " rows of expected.tsv are equal");
        assertTrue(differences.isEmpty(), differences.size() + " differences:\n" + String.join("\n", differences.subList(0, Math.min(60, differences.size()))));
    }

    private void compare(String[] row) {
        String file = row[0];
        List<FoundCertificate> found = CertificateFinder.findInFile(Corpus.bytes(file)).certificates();
        if (found.isEmpty()) {
            differences.add(file + ": no certificate found");
            return;
        }
        if (!OTHER_LABELS.contains(file)) {
            same(file, "certs_in_file", row[1], Integer.toString(found.size()));
        }
        DecodedCertificate certificate = CertificateDecoder.examine(found.getFirst().der());
        Certificate facts = certificate.facts();
        same(file, "der_len", row[2], Integer.toString(found.getFirst().der().length));
        same(file, "version", version(row[3]), Integer.toString(certificate.version().orElse(0)));
        same(file, "subject", name(row[4]), facts.subject().orElse(""));
        same(file, "issuer", name(row[5]), facts.issuer().orElse(""));
        same(file, "serial", row[6].toLowerCase(Locale.ROOT), facts.serial().orElse(""));
        same(file, "notBefore", row[7], OpenSslForm.time(facts.notBefore()));
        same(file, "notAfter", row[8], OpenSslForm.time(facts.notAfter()));
        same(file, "sigalg", algorithm(row[9]), algorithm(facts.signatureAlgorithm().orElse("")));
        same(file, "keyalg", algorithm(row[10]), algorithm(facts.keyAlgorithm().orElse("")));
        same(file, "keybits", row[11], facts.keyBits().isPresent() ? Integer.toString(facts.keyBits().getAsInt()) : "");
        same(file, "curve", row[12], facts.curve().orElse(""));
        same(file, "san", row[13].replace("<EMPTY>", ""), OpenSslForm.names(facts));
        same(file, "eku", row[14], OpenSslForm.usages(facts));
        same(file, "ku", row[15], OpenSslForm.keyUsages(facts));
        same(file, "basicConstraints", row[16], OpenSslForm.constraints(facts));
        same(file, "ski", row[17], OpenSslForm.critical(facts, "2.5.29.14") + OpenSslForm.colons(facts.subjectKeyId().orElse("")));
        same(file, "aki", keyId(row[18]), OpenSslForm.critical(facts, "2.5.29.35") + OpenSslForm.colons(facts.authorityKeyId().orElse("")));
        same(file, "crldp", OpenSslForm.uris(row[19], "").toString(), facts.crlUrls().toString());
        same(file, "ocsp", OpenSslForm.uris(row[20], "OCSP - ").toString(), facts.ocspUrls().toString());
        same(file, "issuers", OpenSslForm.uris(row[20], "CA Issuers - ").toString(), facts.issuerUrls().toString());
        same(file, "ext_list", row[21], OpenSslForm.extensions(facts));
        same(file, "sha1", row[22].toLowerCase(Locale.ROOT), facts.sha1().orElse(""));
        same(file, "sha256", row[23].toLowerCase(Locale.ROOT), facts.sha256().orElse(""));
    }

    /** What the table calls {@code Unknown (7)} is the number as written, one less than the version. */
    private static String version(String expected) {
        return expected.startsWith("Unknown") ? Integer.toString(Integer.parseInt(expected.replaceAll("\\D", "")) + 1) : expected;
    }

    private static String name(String expected) {
        return expected.replaceAll("(^|,|\\+)street=", "$1STREET=");
    }

    /** OpenSSL 3.0 prints post-quantum algorithms as OIDs; of GOST names the table has the first word only. */
    private static String algorithm(String name) {
        return name.startsWith("GOST") ? "GOST" : Oids.algorithm(name);
    }

    private static String keyId(String column) {
        int keyId = column.indexOf("keyid:");
        if (keyId >= 0) {
            return column.substring(keyId + 6).split(" \\| ")[0];
        }
        return column.startsWith("serial:") || column.contains("DirName:") ? "" : column;
    }

    /**
     * Compares after undoing what OpenSSL's text output does: it breaks lines at control characters, which we escape, and shows an empty
     * sequence or bit string as its bytes.
     */
    private void same(String file, String field, String expected, String actual) {
        String meant = expected.strip().replaceAll("(^|;)(\\.+|0\\.)$", "$1");
        String shown = actual.strip();
        int control = shown.indexOf("\\u00");
        if (ARTEFACTS.contains(file + " " + field) || control >= 0 && meant.startsWith(shown.substring(0, control))) {
            return;
        }
        if (!meant.equals(shown)) {
            differences.add(file + " " + field + ":\n    expected " + expected + "\n    actual   " + actual);
        }
    }
}

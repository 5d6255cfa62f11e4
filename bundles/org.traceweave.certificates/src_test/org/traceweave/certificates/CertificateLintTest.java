package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;
import org.traceweave.model.UtcTime;

class CertificateLintTest {

    private static final long EVENT = UtcTime.parse("2018-01-14T11:24:35Z");
    private static final Set<LintLevel> ALARMS = Set.of(LintLevel.ERROR, LintLevel.WARNING);

    @Test
    void a_sha_1_leaf_is_warned_of_on_its_edge_and_its_root_only_mentioned() {
        DecodedCertificate leaf = CertificateDecoder.examine(MadeCertificates.server("SHA1"));
        DecodedCertificate root = CertificateDecoder.examine(MadeCertificates.root("SHA1"));
        Lint lint = lint(leaf).stream().filter(one -> one.id().equals("L01")).findFirst().orElseThrow();
        assertEquals(LintLevel.WARNING, lint.level());
        assertTrue(lint.text().startsWith("signed by DC=com,DC=contoso,CN=Contoso Root using sha1WithRSAEncryption on 2016-03-01"), lint.text());
        assertEquals(List.of("L03"), ids(lint(root)));
        assertEquals(LintLevel.INFO, lint(root).getFirst().level());
    }

    @Test
    void a_sha_256_leaf_under_a_sha_1_root_is_not_blamed() {
        assertFalse(ids(lint(CertificateDecoder.examine(MadeCertificates.server("SHA256")))).stream().anyMatch(Set.of("L01", "L02", "L04")::contains));
    }

    @Test
    void a_refusal_seen_makes_the_warning_an_error() {
        DecodedCertificate leaf = CertificateDecoder.examine(MadeCertificates.server("SHA1"));
        List<Lint> lints = CertificateLint.lint(leaf, LintContext.none().withRefusedAsWeak(true), EVENT);
        assertEquals(LintLevel.ERROR, lints.stream().filter(one -> one.id().equals("L01")).findFirst().orElseThrow().level());
    }

    @Test
    void names_that_cannot_be_decoded_are_not_said_to_be_absent() {
        byte[] der = MadeCertificates.server("SHA256");
        int names = HexFormat.of().formatHex(der).indexOf("0603551d11") / 2 + 7;
        assertEquals(0x30, der[names]);
        der[names + 1] += 40;
        List<Lint> lints = lint(CertificateDecoder.examine(der));
        assertEquals("the subject alternative names cannot be decoded; the common name is no longer looked at",
                lints.stream().filter(one -> one.id().equals("L13")).findFirst().orElseThrow().text());
        assertFalse(ids(lints).contains("L16"));
    }

    @Test
    void a_rule_does_not_judge_what_was_before_it() {
        DecodedCertificate leaf = CertificateDecoder.examine(MadeCertificates.server("MD5"));
        assertEquals(LintLevel.ERROR, level(lint(leaf), "L04"));
        assertTrue(CertificateLint.rules().stream().anyMatch(rule -> rule.id().equals("L04") && rule.effective().isPresent()));
    }

    @Test
    void the_real_looking_pki_is_judged_as_its_makers_meant() {
        Map<String, List<Lint>> all = new TreeMap<>();
        List<DecodedCertificate> pool = Stream.of("01-sha1-root", "02-sha1-fe-under-sha1-root", "03-sha256-fe-under-sha1-root", "04-sha256-root",
                "05-sha256-issuing-g2", "06-sha256-fe-under-g2", "07-sha1-issuing-under-sha256-root", "08-sha256-fe-under-sha1-issuing",
                "09-fe-no-san", "10-fe-no-eku-rsa1024", "11-fe-md5", "12-fe-expired", "20-commserver-ca", "21-tlsdsk-user")
                .map(name -> {
                    DecodedCertificate certificate = Corpus.certificate("synthetic-adcs/" + name + ".pem");
                    all.put(name.substring(0, 2), List.of());
                    return certificate;
                }).toList();
        List<String> names = List.copyOf(all.keySet());
        for (int i = 0; i < pool.size(); i++) {
            LintContext context = LintContext.none().withChain(CertificateChains.chainOf(pool.get(i), pool));
            all.put(names.get(i), CertificateLint.lint(pool.get(i), context, EVENT));
        }
        assertEquals(LintLevel.WARNING, level(all.get("02"), "L01"));
        assertEquals(List.of("L03"), ids(all.get("01")));
        assertFalse(ids(all.get("03")).contains("L01") || ids(all.get("03")).contains("L02"));
        assertEquals(LintLevel.WARNING, level(all.get("07"), "L02"));
        assertFalse(ids(all.get("08")).contains("L01") || ids(all.get("08")).contains("L02"));
        assertEquals(LintLevel.ERROR, level(all.get("09"), "L13"));
        assertEquals(LintLevel.WARNING, level(all.get("10"), "L06"));
        assertEquals(LintLevel.INFO, level(all.get("10"), "L11"));
        assertEquals(LintLevel.ERROR, level(all.get("11"), "L04"));
        assertEquals(LintLevel.ERROR, level(all.get("12"), "L18"));
        assertTrue(all.get("21").stream().noneMatch(lint -> ALARMS.contains(lint.level())), all.get("21").toString());
        assertTrue(all.get("06").stream().noneMatch(lint -> ALARMS.contains(lint.level())), all.get("06").toString());
    }

    @Test
    void a_name_that_was_asked_for_and_is_not_there_is_an_error() {
        DecodedCertificate leaf = CertificateDecoder.examine(MadeCertificates.server("SHA256"));
        assertEquals(LintLevel.ERROR, level(CertificateLint.lint(leaf, LintContext.none().withAskedHost("fe02.contoso.com"), EVENT), "L14"));
        assertFalse(ids(CertificateLint.lint(leaf, LintContext.none().withAskedHost("FE01.contoso.com"), EVENT)).contains("L14"));
    }

    @Test
    void every_rule_of_the_reference_is_in_the_table() {
        List<String> ids = java.util.stream.IntStream.rangeClosed(1, 51).mapToObj(number -> String.format(java.util.Locale.ROOT, "L%02d", number)).toList();
        assertEquals(ids, CertificateLint.rules().stream().map(LintRule::id).toList());
        assertTrue(CertificateLint.rules().stream().noneMatch(rule -> rule.name().isBlank() || rule.source().isBlank()));
    }

    @Test
    void what_windows_said_on_a_machine_is_told_with_that_machine() {
        DecodedCertificate leaf = CertificateDecoder.examine(MadeCertificates.server("SHA1"));
        LintContext context = LintContext.none().withWindows(List.of(new LintContext.WindowsOpinion("SRS01", "HAS_WEAK_SIGNATURE"),
                new LintContext.WindowsOpinion("SRS01", "IS_REVOKED"), new LintContext.WindowsOpinion("FE01", "IS_OFFLINE_REVOCATION")));
        List<Lint> lints = CertificateLint.lint(leaf, context, EVENT);
        assertEquals(LintLevel.ERROR, level(lints, "L01"));
        assertEquals(List.of("revoked, says SRS01", "FE01 could not find out whether it is revoked"),
                lints.stream().filter(lint -> lint.id().equals("L48")).map(Lint::text).toList());
        DecodedCertificate root = CertificateDecoder.examine(MadeCertificates.root("SHA256"));
        assertEquals(LintLevel.ERROR, level(CertificateLint.lint(root,
                LintContext.none().withWindows(List.of(new LintContext.WindowsOpinion("SRS01", "IS_UNTRUSTED_ROOT"))), EVENT), "L50"));
    }

    @Test
    void a_root_that_is_not_in_the_list_of_trusted_ones_is_an_error() {
        DecodedCertificate root = CertificateDecoder.examine(MadeCertificates.root("SHA256"));
        LintContext context = LintContext.none().withChain(CertificateChains.chainOf(root, List.of(root)));
        assertEquals(LintLevel.ERROR, level(CertificateLint.lint(root, context.withTrustedAnchors(Set.of()), EVENT), "L50"));
        assertFalse(ids(CertificateLint.lint(root, context.withTrustedAnchors(Set.of(root.facts().sha256().orElseThrow())), EVENT)).contains("L50"));
    }

    @Test
    void a_name_with_a_colon_is_no_ip_address() {
        for (String host : List.of("www.contoso:com", "fe80::1", "::1", "2001:db8::192.0.2.1", "192.0.2.1")) {
            byte[] leaf = MadeCertificates.serverNamed(host);
            String text = CertificateLint.lint(CertificateDecoder.examine(leaf), LintContext.none(), EVENT).stream().filter(lint -> lint.id().equals("L17"))
                    .map(Lint::text).findFirst().orElseThrow();
            assertEquals(host.startsWith("www") ? "not a host name: " + host : "an IP address written as DNS name: " + host, text);
        }
    }

    @Test
    void a_user_certificate_without_a_name_is_told_so() {
        LintContext context = LintContext.none().withRole(LintContext.Role.TLS_DSK_USER).withAskedHost("alice@contoso.com");
        List<String> texts = CertificateLint.lint(CertificateDecoder.examine(MadeCertificates.serverNamed("fe01.contoso.com")), context, EVENT).stream()
                .filter(lint -> lint.id().equals("L45")).map(Lint::text).toList();
        assertTrue(texts.contains("the client's certificate is for no name, not for alice@contoso.com"), texts::toString);
    }

    @Test
    void a_sentence_about_a_certificate_without_a_name_has_no_hole() {
        DecodedCertificate leaf = CertificateDecoder.examine(MadeCertificates.server("SHA256"));
        DecodedCertificate nameless = CertificateDecoder.examine(MadeCertificates.nameless());
        List<String> texts = CertificateLint.lint(leaf, LintContext.none().withSent(List.of(leaf, nameless)), EVENT).stream().filter(lint -> lint.id().equals("L27"))
                .map(Lint::text).toList();
        assertTrue(texts.contains("the certificates were sent out of order: a certificate without a name did not issue CN=fe01.contoso.com"), texts::toString);
    }

    @Test
    void a_certificate_in_the_wrong_store_is_an_error() {
        DecodedCertificate leaf = CertificateDecoder.examine(MadeCertificates.server("SHA256"));
        DecodedCertificate root = CertificateDecoder.examine(MadeCertificates.root("SHA256"));
        assertEquals(LintLevel.ERROR, level(CertificateLint.lint(leaf, LintContext.none().withStore(LintContext.Store.ROOT), EVENT), "L44"));
        assertEquals(LintLevel.ERROR, level(CertificateLint.lint(root, LintContext.none().withStore(LintContext.Store.INTERMEDIATE), EVENT), "L44"));
        assertFalse(ids(CertificateLint.lint(root, LintContext.none().withStore(LintContext.Store.ROOT), EVENT)).contains("L44"));
    }

    @Test
    void names_that_a_pool_needs_are_missed_and_those_of_discovery_only_mentioned() {
        DecodedCertificate leaf = CertificateDecoder.examine(MadeCertificates.server("SHA256"));
        assertEquals(LintLevel.WARNING, level(CertificateLint.lint(leaf,
                LintContext.none().withExpectedNames(List.of("fe01.contoso.com", "sip.contoso.com")), EVENT), "L15"));
        assertEquals(LintLevel.INFO, level(CertificateLint.lint(leaf,
                LintContext.none().withExpectedNames(List.of("fe01.contoso.com", "lyncdiscoverinternal.contoso.com")), EVENT), "L15"));
        assertFalse(ids(CertificateLint.lint(leaf, LintContext.none().withExpectedNames(List.of("FE01.contoso.com")), EVENT)).contains("L15"));
    }

    @Test
    void a_users_certificate_from_someone_else_is_warned_of() {
        DecodedCertificate leaf = CertificateDecoder.examine(MadeCertificates.server("SHA256"));
        List<Lint> lints = CertificateLint.lint(leaf, LintContext.none().withRole(LintContext.Role.TLS_DSK_USER).withAskedHost("alice@contoso.com"), EVENT);
        assertEquals(2, lints.stream().filter(lint -> lint.id().equals("L45")).count());
    }

    private static List<Lint> lint(DecodedCertificate certificate) {
        return CertificateLint.lint(certificate, LintContext.none(), EVENT);
    }

    private static List<String> ids(List<Lint> lints) {
        return lints.stream().map(Lint::id).toList();
    }

    private static LintLevel level(List<Lint> lints, String id) {
        return lints.stream().filter(lint -> lint.id().equals(id)).findFirst().orElseThrow(() -> new AssertionError(id + " not in " + lints)).level();
    }
}

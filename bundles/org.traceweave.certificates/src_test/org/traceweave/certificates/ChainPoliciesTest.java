package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.traceweave.certificates.PathQuestion.Usage;
import org.traceweave.model.UtcTime;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** The same chain judged as different programs of different times do. */
class ChainPoliciesTest {

    private static final IssuedCertificate ROOT = CertificateMaker.subject("CN=Root").key(SampleKeys.rsa(1)).authority().signedWith("SHA1withRSA")
            .valid("2008-01-01T00:00:00Z", "2038-01-01T00:00:00Z").make();
    private static final String KEY = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\\OID\\EncodingType 0\\CertDllCreateCertificateChainEngine\\Config]\n";

    private enum Trust {
        PUBLIC, PRIVATE, NO_PROGRAM_LIST, NOTHING
    }

    private static CertificateMaker leaf() {
        return CertificateMaker.subject("CN=pool.contoso.com").key(SampleKeys.rsa(3)).dns("pool.contoso.com").server().issuedBy(ROOT)
                .valid("2008-01-01T00:00:00Z", "2038-01-01T00:00:00Z");
    }

    private static IssuedCertificate leaf(String algorithm) {
        return leaf().signedWith(algorithm + "withRSA").make();
    }

    private static PolicyQuestion question(IssuedCertificate leaf, Trust trust, String day) {
        TrustAnchors root = TrustAnchors.of(List.of(CertificateDecoder.examine(ROOT.der())));
        TrustAnchors other = TrustAnchors.of(List.of(CertificateDecoder.examine(MadeTrustLists.OTHER.der())));
        return new PolicyQuestion(CertificateDecoder.examine(leaf.der()), List.of(CertificateDecoder.examine(ROOT.der())),
                trust == Trust.PRIVATE || trust == Trust.NO_PROGRAM_LIST ? root : TrustAnchors.none(),
                trust == Trust.PUBLIC ? root : trust == Trust.PRIVATE ? other : TrustAnchors.none(), UtcTime.parse(day + "T00:00:00.0000000Z"),
                List.of("pool.contoso.com"), Usage.SERVER);
    }

    private static ChainVerdict judge(String policy, IssuedCertificate leaf, Trust trust, String day) {
        return ChainJudge.by(ChainPolicies.find(policy).orElseThrow(), question(leaf, trust, day)).best();
    }

    @ParameterizedTest
    @CsvSource({
        // policy, signed with, root, verdict
        "windows-2012, MD5, PUBLIC, ACCEPTED", "windows-kb2661254, MD5, PUBLIC, ACCEPTED", "windows-kb2862973, MD5, PUBLIC, REFUSED",
        "windows-kb2862973, MD5, PRIVATE, ACCEPTED", "windows-kb2862973, MD5, NO_PROGRAM_LIST, UNKNOWN", "windows-kb2862973, SHA1, PUBLIC, ACCEPTED",
        "edge-2017-04, SHA1, PUBLIC, ACCEPTED", "edge-kb4010323, SHA1, PUBLIC, REFUSED", "edge-kb4010323, SHA1, PRIVATE, ACCEPTED",
        "edge-kb4010323, SHA1, NO_PROGRAM_LIST, UNKNOWN", "edge-kb4010323, SHA256, NO_PROGRAM_LIST, ACCEPTED",
        "chrome-55, SHA1, PUBLIC, ACCEPTED", "chrome-56, SHA1, PUBLIC, REFUSED", "chrome-56, SHA1, PRIVATE, ACCEPTED",
                "chrome-57, SHA1, PRIVATE, REFUSED",
        "chrome-57, SHA1, NO_PROGRAM_LIST, REFUSED", "chrome-57-sha1-policy, SHA1, PRIVATE, ACCEPTED", "chrome-57-sha1-policy, SHA1, PUBLIC, REFUSED",
        "chrome-58, SHA256, PRIVATE, ACCEPTED", "chrome-55, MD5, PRIVATE, REFUSED", "strict-rfc5280, SHA1, PRIVATE, REFUSED",
                "strict-rfc5280, SHA256, PRIVATE, ACCEPTED",
        "windows, SHA256, NOTHING, UNKNOWN", "skype-room-system, SHA256, PRIVATE, UNKNOWN"})
    void signatures_are_judged_by_program_and_kind_of_root(String policy, String hash, Trust trust, Verdict expected) {
        ChainVerdict verdict = judge(policy, leaf(hash), trust, "2017-08-01");
        assertEquals(expected, verdict.verdict(), () -> verdict.allReasons().toList().toString());
    }

    @ParameterizedTest
    @CsvSource({"edge, 2017-05-08, ACCEPTED", "edge, 2017-05-09, REFUSED", "chrome, 2017-01-10, ACCEPTED", "chrome, 2017-01-11, UNKNOWN",
            "chrome, 2017-02-07, UNKNOWN", "chrome, 2017-02-08, REFUSED", "chrome, 2017-03-09, REFUSED", "windows, 2018-01-01, ACCEPTED"})
    void a_program_that_is_kept_up_to_date_has_the_rules_of_the_date(String policy, String day, Verdict expected) {
        assertEquals(expected, judge(policy, leaf("SHA1"), Trust.PUBLIC, day).verdict());
    }

    @Test
    void chrome_48_refuses_what_was_issued_with_sha1_from_2016_on() {
        IssuedCertificate late = leaf().signedWith("SHA1withRSA").valid("2016-01-01T00:00:00Z", "2018-01-01T00:00:00Z").make();
        assertEquals(Verdict.REFUSED, judge("chrome-55", late, Trust.PUBLIC, "2016-06-01").verdict());
    }

    @Test
    void a_list_of_public_roots_alone_does_not_say_what_a_machine_trusts() {
        TrustAnchors program = TrustAnchors.of(List.of(CertificateDecoder.examine(MadeTrustLists.OTHER.der())));
        for (TrustAnchors trusted : List.of(TrustAnchors.none(), program)) {
            PolicyQuestion asked = question(leaf("SHA256"), Trust.NOTHING, "2017-08-01").withTrust(trusted, program);
            ChainVerdict verdict = ChainJudge.by(ChainPolicies.find("windows").orElseThrow(), asked).best();
            assertEquals(Verdict.UNKNOWN, verdict.verdict());
            assertTrue(verdict.reasons().getFirst().text().contains("which is none of the public roots; whether that is trusted is not known"));
        }
    }

    @Test
    void the_reason_names_who_signed_with_what_and_since_when_that_is_refused() {
        ElementVerdict element = judge("edge-kb4010323", leaf("SHA1"), Trust.PUBLIC, "2017-08-01").elements().getFirst();
        String text = element.reasons().getFirst().text();
        assertTrue(text.startsWith("signed by CN=Root with sha1WithRSAEncryption: ") && text.contains("9 May 2017"), text);
        assertTrue(element.reasons().getFirst().source().contains("blogs.windows.com"));
    }

    @Test
    void the_roots_own_hash_is_never_blamed() {
        for (ChainPolicy policy : ChainPolicies.all()) {
            ChainVerdict verdict = ChainJudge.by(policy, question(leaf("SHA256"), Trust.PRIVATE, "2017-08-01")).best();
            assertTrue(verdict.elements().getLast().reasons().isEmpty() || policy.id().equals("strict-webpki"), () -> policy.id()
                    + verdict.elements().getLast().reasons());
            ChainVerdict untrusted = ChainJudge.by(policy, question(leaf("SHA256"), Trust.NOTHING, "2017-08-01")).best();
            assertTrue(untrusted.allReasons().noneMatch(reason -> reason.text().contains("sha1")), () -> policy.id() + untrusted);
        }
    }

    @Test
    void a_certificate_without_alternative_names_is_for_programs_that_still_read_the_common_name() {
        IssuedCertificate old = CertificateMaker.subject("CN=pool.contoso.com").key(SampleKeys.rsa(3)).server().issuedBy(ROOT).make();
        assertEquals(Verdict.ACCEPTED, judge("chrome-57", old, Trust.PRIVATE, "2017-08-01").verdict());
        assertEquals(Verdict.REFUSED, judge("chrome-58", old, Trust.PRIVATE, "2017-08-01").verdict());
        assertEquals(Verdict.ACCEPTED, judge("chrome-58-name-policy", old, Trust.PRIVATE, "2017-08-01").verdict());
        assertEquals(Verdict.REFUSED, judge("chrome-58-name-policy", old, Trust.PUBLIC, "2017-08-01").verdict());
    }

    @Test
    void lifetimes_bind_public_certificates_of_the_time_from_which_they_do() {
        IssuedCertificate lengthy = leaf().valid("2020-09-01T00:00:00Z", "2021-10-05T00:00:00Z").make();
        assertEquals(Verdict.REFUSED, judge("chrome-85", lengthy, Trust.PUBLIC, "2021-01-01").verdict());
        assertEquals(Verdict.ACCEPTED, judge("chrome-85", lengthy, Trust.PRIVATE, "2021-01-01").verdict());
        IssuedCertificate earlier = leaf().valid("2020-08-31T00:00:00Z", "2021-10-05T00:00:00Z").make();
        assertEquals(Verdict.ACCEPTED, judge("chrome-85", earlier, Trust.PUBLIC, "2021-01-01").verdict());
    }

    @Test
    void short_keys_are_refused_from_2012_on() {
        IssuedCertificate shortKey = leaf().key(SampleKeys.shortRsa()).make();
        assertEquals(Verdict.ACCEPTED, judge("windows-2012", shortKey, Trust.PRIVATE, "2017-08-01").verdict());
        assertEquals(Verdict.REFUSED, judge("windows-kb2661254", shortKey, Trust.PRIVATE, "2017-08-01").verdict());
    }

    private static ChainVerdict withSettings(String values, IssuedCertificate leaf, Trust trust) throws PolicyFileException {
        WeakCryptoSettings settings = WeakCryptoSettings.read("fe01.reg", (KEY + values).getBytes(StandardCharsets.UTF_8));
        return ChainJudge.by(ChainPolicies.windowsWith(settings), question(leaf, trust, "2017-08-01")).best();
    }

    @ParameterizedTest
    @CsvSource({
        "WeakSha1ThirdPartyFlags, 80900008, PUBLIC, ACCEPTED", // only logs, and only code signing and server authentication of downloads
        "WeakSha1ThirdPartyFlags, 80100000, PUBLIC, REFUSED", "WeakSha1ThirdPartyFlags, 80100000, PRIVATE, ACCEPTED",
        "WeakSha1ThirdPartyFlags, 80100000, NO_PROGRAM_LIST, UNKNOWN", "WeakSha1ThirdPartyFlags, 80040004, PUBLIC, UNKNOWN",
        "WeakSha1AllFlags, 80100000, PRIVATE, REFUSED", "WeakSha1AllFlags, 80010000, NO_PROGRAM_LIST, REFUSED",
                "WeakSha1AllFlags, 80100008, PRIVATE, ACCEPTED",
        "WeakSha1AllFlags, 00100000, PRIVATE, ACCEPTED", "WeakMd5AllFlags, 80100000, PRIVATE, ACCEPTED"})
    void the_settings_of_a_machine_decide_over_sha1(String name, String flags, Trust trust, Verdict expected) throws Exception {
        ChainVerdict verdict = withSettings("\"" + name + "\"=dword:" + flags + "\n", leaf("SHA1"), trust);
        assertEquals(expected, verdict.verdict(), () -> verdict.allReasons().toList().toString());
    }

    @Test
    void the_setting_that_refuses_is_named_with_its_value() throws Exception {
        String text = withSettings("\"WeakSha1AllFlags\"=dword:80100000\n", leaf("SHA1"),
                Trust.PRIVATE).elements().getFirst().reasons().getFirst().text();
        assertTrue(text.contains("WeakSHA1AllFlags=0x80100000 refuses it"), text);
    }

    @Test
    void an_allowed_thumbprint_is_an_exception() throws Exception {
        IssuedCertificate leaf = leaf("SHA1");
        assertEquals(Verdict.ACCEPTED, withSettings("\"WeakSha1AllFlags\"=dword:80100000\n\"WeakSha1AllSha256Allow\"=\"" + leaf.sha256()
                + "\"\n", leaf,
                Trust.PRIVATE).verdict());
    }

    @Test
    void lengths_of_keys_are_set_by_either_setting() throws Exception {
        IssuedCertificate shortKey = leaf().key(SampleKeys.shortRsa()).make();
        assertEquals(Verdict.REFUSED, withSettings("", shortKey, Trust.PRIVATE).verdict());
        assertEquals(Verdict.ACCEPTED, withSettings("\"MinRsaPubKeyBitLength\"=dword:00000200\n", shortKey, Trust.PRIVATE).verdict());
        assertEquals(Verdict.REFUSED, withSettings("\"WeakRsaAllFlags\"=dword:80100000\n\"WeakRsaAllMinBitLength\"=dword:00001000\n", leaf("SHA256"),
                Trust.PRIVATE).verdict());
    }

    @Test
    void the_file_of_policies_is_dated_and_every_entry_has_a_source() {
        assertTrue(ChainPolicies.version().matches("\\d{4}-\\d\\d-\\d\\d"));
        Set<String> ids = new HashSet<>();
        Set<ClientKind> kinds = new HashSet<>();
        for (ChainPolicy policy : ChainPolicies.all()) {
            assertTrue(ids.add(policy.id()), policy::id);
            kinds.add(policy.client());
            assertTrue(policy.source().length() > 5 && policy.title().length() > 5, policy::id);
            assertTrue(policy.client() == ClientKind.STRICT || !policy.rules().isEmpty(), policy::id);
            policy.rules().forEach(rule -> assertTrue(rule.source().length() > 5 && rule.text().length() > 20, rule::id));
        }
        assertEquals(Set.of(ClientKind.values()), kinds);
        assertEquals(Set.of(ClientKind.values()), new HashSet<>(ChainPolicies.current().stream().map(ChainPolicy::client).toList()));
    }
}

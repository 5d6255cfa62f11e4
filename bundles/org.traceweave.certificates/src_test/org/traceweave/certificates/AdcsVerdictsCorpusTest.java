package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.PathQuestion.Usage;
import org.traceweave.model.UtcTime;

/** Chains of an enterprise's own CA as different programs judge them, on the certificates of the original case. */
class AdcsVerdictsCorpusTest {

    private static final TrustAnchors PROGRAM = TrustAnchors.of(List.of(CertificateDecoder.examine(MadeTrustLists.OTHER.der())));

    private static DecodedCertificate certificate(String name) {
        return Corpus.certificate("synthetic-adcs/" + name + ".pem");
    }

    private static ChainVerdict judge(String policy, Usage usage, String leaf, String... authorities) {
        DecodedCertificate decoded = certificate(leaf);
        List<DecodedCertificate> chain = Stream.of(authorities).map(AdcsVerdictsCorpusTest::certificate).toList();
        long at = Math.max(decoded.facts().notBefore().orElseThrow(), UtcTime.parse("2018-01-01T00:00:00Z"));
        PolicyQuestion question = new PolicyQuestion(decoded, chain, TrustAnchors.of(List.of(chain.getLast())), PROGRAM, at, List.of(), usage);
        return ChainJudge.by(ChainPolicies.find(policy).orElseThrow(), question).best();
    }

    private static Verdict verdict(String policy, String leaf, String... authorities) {
        return judge(policy, Usage.SERVER, leaf, authorities).verdict();
    }

    @Test
    void a_sha1_certificate_of_the_enterprises_ca_is_taken_by_windows_and_edge_and_refused_by_chrome_57() {
        String[] chain = {"02-sha1-fe-under-sha1-root", "01-sha1-root"};
        assertEquals(Verdict.ACCEPTED, verdict("windows", chain[0], chain[1]));
        assertEquals(Verdict.ACCEPTED, verdict("edge", chain[0], chain[1]));
        assertEquals(Verdict.ACCEPTED, verdict("chrome-56", chain[0], chain[1]));
        assertEquals(Verdict.REFUSED, verdict("chrome-57", chain[0], chain[1]));
        assertEquals(Verdict.REFUSED, verdict("strict-rfc5280", chain[0], chain[1]));
        assertEquals(Verdict.UNKNOWN, verdict("skype-room-system", chain[0], chain[1]));
    }

    @Test
    void a_sha256_certificate_under_the_sha1_root_is_taken_by_all() {
        for (String policy : List.of("windows", "edge", "chrome-57", "chrome-58")) {
            assertEquals(Verdict.ACCEPTED, verdict(policy, "03-sha256-fe-under-sha1-root", "01-sha1-root"), policy);
        }
    }

    @Test
    void under_a_sha1_intermediate_the_issuing_ca_is_blamed_and_not_the_server() {
        ChainVerdict verdict = judge("chrome-57", Usage.SERVER, "08-sha256-fe-under-sha1-issuing", "07-sha1-issuing-under-sha256-root", "04-sha256-root");
        assertEquals(Verdict.REFUSED, verdict.verdict());
        assertTrue(verdict.elements().getFirst().reasons().isEmpty(), () -> verdict.elements().getFirst().reasons().toString());
        assertEquals("chrome-sha1-all", verdict.elements().get(1).reasons().getFirst().rule());
    }

    @Test
    void a_users_certificate_of_tls_dsk_is_taken_by_windows() {
        assertEquals(Verdict.ACCEPTED, judge("windows", Usage.CLIENT, "21-tlsdsk-user", "20-commserver-ca").verdict());
    }

    @Test
    void md5_short_keys_and_expiry_are_judged_as_updates_say() {
        String[] authorities = {"05-sha256-issuing-g2", "04-sha256-root"};
        assertEquals(Verdict.ACCEPTED, verdict("windows-kb2862973", "11-fe-md5", authorities), "under an enterprise's root MD5 is taken");
        assertEquals("chrome-md5", judge("chrome-57", Usage.SERVER, "11-fe-md5", authorities).elements().getFirst().reasons().getFirst().rule());
        assertEquals(Verdict.ACCEPTED, verdict("windows", "10-fe-no-eku-rsa1024", authorities), "1024 bits are not under 1024");
        assertEquals("validity", judge("windows", Usage.SERVER, "12-fe-expired", authorities).elements().getFirst().reasons().getFirst().rule());
    }
}

package org.traceweave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.ChainPolicies;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.certificates.Verdict;
import org.traceweave.model.Severity;
import org.traceweave.model.UtcTime;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** Servers whose certificates have one defect each: the finding that names it, and what each kind of client makes of it. */
class ChainsTest {

    private static CertificateMaker server() {
        return CertificateMaker.subject("CN=localhost").key(SampleKeys.rsa(3)).dns("localhost").server().issuedBy(Probing.ISSUING);
    }

    private static ProbeResult probe(TrustAnchors trusted, TrustAnchors publicRoots, IssuedCertificate... chain) {
        try (Loopback server = TlsServerScript.sending(chain).start()) {
            return Probing.probe(Probing.request(server.target()).withTrust(trusted, publicRoots));
        }
    }

    private static ProbeResult probe(IssuedCertificate... chain) {
        return probe(Probing.trusting(Probing.ROOT), TrustAnchors.none(), chain);
    }

    private static Verdict verdict(ProbeResult result, String policy) {
        return result.verdicts().stream().filter(each -> each.policy().id().equals(policy)).findFirst().orElseThrow().verdicts().verdict();
    }

    @Test
    void aGoodChainIsAcceptedByAllWhoseRulesAreKnown() {
        ProbeResult result = probe(Probing.SERVER, Probing.ISSUING);
        assertEquals(List.of("strict-rfc5280", "windows", "edge", "chrome", "skype-room-system"),
                result.verdicts().stream().map(each -> each.policy().id()).toList());
        for (String policy : List.of("strict-rfc5280", "windows", "edge", "chrome")) {
            assertEquals(Verdict.ACCEPTED, verdict(result, policy), () -> policy + " " + result.verdicts());
        }
        assertEquals(Verdict.UNKNOWN, verdict(result, "skype-room-system"));
        assertTrue(result.findings().stream().noneMatch(finding -> finding.severity() == Severity.WARNING), () -> result.findings().toString());
    }

    @Test
    void aServerCertificateSignedWithSha1IsRefusedByChromeAndNotByWindows() {
        ProbeResult result = probe(server().signedWith("SHA1withRSA").make(), Probing.ISSUING);
        assertTrue(Probing.finding(result, "chain.weak-signature").orElseThrow().summary()
                .contains("Signed by CN=Contoso Issuing CA with sha1WithRSAEncryption"));
        assertEquals(Verdict.REFUSED, verdict(result, "chrome"));
        assertEquals(Verdict.REFUSED, verdict(result, "strict-rfc5280"));
        assertEquals(Verdict.ACCEPTED, verdict(result, "windows"));
        assertEquals(Verdict.UNKNOWN, verdict(result, "edge"), "no list says whether the root is one of the program");
        assertTrue(result.certificates().getFirst().lints().stream().anyMatch(lint -> lint.id().equals("L01")));
    }

    @Test
    void edgeRefusesSha1UnderPublicRootsAlone() {
        IssuedCertificate leaf = server().signedWith("SHA1withRSA").make();
        assertEquals(Verdict.REFUSED, verdict(probe(TrustAnchors.none(), Probing.trusting(Probing.ROOT), leaf, Probing.ISSUING), "edge"));
        IssuedCertificate other = CertificateMaker.subject("CN=Public Root").key(SampleKeys.rsa(6)).authority().make();
        assertEquals(Verdict.ACCEPTED, verdict(probe(Probing.trusting(Probing.ROOT), Probing.trusting(other), leaf, Probing.ISSUING), "edge"));
    }

    @Test
    void aRootSignedWithSha1IsNoDefect() {
        IssuedCertificate root = CertificateMaker.subject("CN=Old Root").key(SampleKeys.rsa(5)).authority().signedWith("SHA1withRSA").make();
        ProbeResult result = probe(Probing.trusting(root), TrustAnchors.none(), server().issuedBy(root).make(), root);
        assertFalse(Probing.rules(result).contains("chain.weak-signature"));
        assertEquals(Verdict.ACCEPTED, verdict(result, "chrome"));
        assertEquals(Verdict.ACCEPTED, verdict(result, "strict-rfc5280"));
    }

    @Test
    void anExpiredCertificateIsToldInDaysAsOfTheDateAsked() {
        ProbeResult result = probe(server().valid("2016-01-01T00:00:00Z", "2018-05-22T00:00:00Z").make(), Probing.ISSUING);
        assertTrue(Probing.finding(result, "chain.expired").orElseThrow().summary().contains("10 days ago"), () -> result.findings().toString());
        assertEquals(Verdict.REFUSED, verdict(result, "windows"));
    }

    @Test
    void oneThatBeginsLaterIsNotYetValid() {
        ProbeResult result = probe(server().valid("2018-07-01T00:00:00Z", "2019-07-01T00:00:00Z").make(), Probing.ISSUING);
        assertTrue(Probing.finding(result, "chain.expired").orElseThrow().title().startsWith("Not yet valid"));
    }

    @Test
    void oneThatEndsWithinAMonthIsTold() {
        ProbeResult result = probe(server().valid("2017-06-11T00:00:00Z", "2018-06-11T00:00:00Z").make(), Probing.ISSUING);
        assertTrue(Probing.finding(result, "chain.expires-soon").orElseThrow().summary().contains("in 10 days"));
        assertEquals(Verdict.ACCEPTED, verdict(result, "windows"));
    }

    @Test
    void aCertificateForAnotherNameIsRefusedByAll() {
        IssuedCertificate other = CertificateMaker.subject("CN=fe01.contoso.com").key(SampleKeys.rsa(3)).dns("fe01.contoso.com").server()
                .issuedBy(Probing.ISSUING).make();
        ProbeResult result = probe(other, Probing.ISSUING);
        assertTrue(Probing.finding(result, "chain.name-mismatch").orElseThrow().summary().contains("DNS:fe01.contoso.com, not for localhost"));
        assertEquals(Verdict.REFUSED, verdict(result, "windows"));
        assertEquals(Verdict.REFUSED, verdict(result, "chrome"));
    }

    @Test
    void aCommonNameAloneSufficesForWindowsAndNotForChrome() {
        IssuedCertificate leaf = CertificateMaker.subject("CN=localhost").key(SampleKeys.rsa(3)).server().issuedBy(Probing.ISSUING).make();
        ProbeResult result = probe(leaf, Probing.ISSUING);
        assertEquals(Verdict.ACCEPTED, verdict(result, "windows"));
        assertEquals(Verdict.REFUSED, verdict(result, "chrome"));
    }

    @Test
    void aMissingIntermediateIsNamedWithItsKeyIdentifier() {
        ProbeResult result = probe(Probing.SERVER);
        var finding = Probing.finding(result, "chain.incomplete").orElseThrow();
        assertEquals(Severity.WARNING, finding.severity());
        assertTrue(finding.summary().contains("CN=Contoso Issuing CA (key identifier "), finding::summary);
        assertEquals(Verdict.REFUSED, verdict(result, "strict-rfc5280"));
    }

    @Test
    void withoutATrustListNothingIsClaimedOfTheRoot() {
        ProbeResult result = probe(TrustAnchors.none(), TrustAnchors.none(), Probing.SERVER, Probing.ISSUING, Probing.ROOT);
        assertEquals(Verdict.UNKNOWN, verdict(result, "windows"));
        assertFalse(Probing.rules(result).contains("chain.untrusted-root"));
        ProbeResult short1 = probe(TrustAnchors.none(), TrustAnchors.none(), Probing.SERVER);
        assertEquals(Severity.INFO, Probing.finding(short1, "chain.incomplete").orElseThrow().severity());
    }

    @Test
    void aRootThatIsInNoTrustListIsTold() {
        IssuedCertificate other = CertificateMaker.subject("CN=Other Root").key(SampleKeys.rsa(6)).authority().make();
        ProbeResult result = probe(Probing.trusting(other), TrustAnchors.none(), Probing.SERVER, Probing.ISSUING, Probing.ROOT);
        assertTrue(Probing.finding(result, "chain.untrusted-root").orElseThrow().title().contains("CN=Contoso Root CA"));
        assertEquals(Verdict.REFUSED, verdict(result, "windows"));
    }

    @Test
    void aShortKeyIsRefusedByWindowsSinceTheUpdateOf2012() {
        IssuedCertificate leaf = server().key(SampleKeys.shortRsa()).make();
        ProbeResult result = probe(leaf, Probing.ISSUING);
        assertTrue(Probing.finding(result, "chain.weak-key").orElseThrow().summary().contains("768 bits"));
        assertEquals(Verdict.REFUSED, verdict(result, "windows"));
        try (Loopback server = TlsServerScript.sending(leaf, Probing.ISSUING).start()) {
            ProbeResult before = Probing.probe(Probing.request(server.target()).withTrust(Probing.trusting(Probing.ROOT), TrustAnchors.none())
                    .withPolicies(List.of(ChainPolicies.find("windows-2012").orElseThrow()))
                            .withAt(OptionalLong.of(UtcTime.parse("2017-06-01T00:00:00.0000000Z"))));
            assertEquals(Verdict.ACCEPTED, before.verdicts().getFirst().verdicts().verdict());
        }
    }

    @Test
    void aClientsCertificateOnAServerIsOfTheWrongUsage() {
        IssuedCertificate leaf = CertificateMaker.subject("CN=localhost").key(SampleKeys.rsa(3)).dns("localhost").client().issuedBy(Probing.ISSUING)
                .make();
        ProbeResult result = probe(leaf, Probing.ISSUING);
        assertTrue(Probing.finding(result, "chain.wrong-usage").isPresent());
        assertEquals(Verdict.REFUSED, verdict(result, "windows"));
    }

    @Test
    void pssIsToldAsUnsupportedBySkypeForBusiness() {
        ProbeResult result = probe(server().signedWith("RSASSA-PSS").make(), Probing.ISSUING);
        assertTrue(Probing.finding(result, "chain.unsupported-algorithm").orElseThrow().title().contains("RSASSA-PSS"));
    }

    @Test
    void md5IsRefusedByChrome() {
        ProbeResult result = probe(server().signedWith("MD5withRSA").make(), Probing.ISSUING);
        assertTrue(Probing.finding(result, "chain.weak-signature").orElseThrow().title().contains("MD5"));
        assertEquals(Verdict.REFUSED, verdict(result, "chrome"));
    }
}

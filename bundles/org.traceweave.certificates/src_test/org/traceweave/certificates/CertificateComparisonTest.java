package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.CertificateComparison.Difference;
import org.traceweave.model.Certificate;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

class CertificateComparisonTest {

    private static final IssuedCertificate ROOT = CertificateMaker.subject("CN=Root").key(SampleKeys.rsa(0)).authority().make();

    private static CertificateMaker leaf() {
        return CertificateMaker.subject("CN=pool01.contoso.local").key(SampleKeys.rsa(1)).issuedBy(ROOT).server().dns("pool01.contoso.local", "sip.contoso.com");
    }

    private static List<Difference> compared(CertificateMaker... makers) {
        return CertificateComparison.of(Stream.of(makers).map(maker -> decoded(maker.make())).toList());
    }

    private static Certificate decoded(IssuedCertificate made) {
        return CertificateDecoder.decode(made.der());
    }

    private static Difference of(List<Difference> differences, String field) {
        return differences.stream().filter(difference -> difference.field().equals(field)).findFirst().orElseThrow(() -> new AssertionError(differences.toString()));
    }

    @Test
    void theSameCertificateDiffersInNothing() {
        assertEquals(List.of(), compared(leaf(), leaf()));
    }

    @Test
    void onlyTheNamesThatNotAllHaveAreShown() {
        Difference names = of(compared(leaf(), leaf().dns("fe01.contoso.local")), "Alternative names");
        assertEquals(List.of("\u2013", "DNS:fe01.contoso.local"), names.values());
    }

    @Test
    void aWeakSignatureIsExplained() {
        Difference signature = of(compared(leaf(), leaf().signedWith("SHA1withRSA")), "Signature algorithm");
        assertEquals(List.of("sha256WithRSAEncryption", "sha1WithRSAEncryption"), signature.values());
        assertTrue(signature.meaning().contains("SHA1"), signature::meaning);
    }

    @Test
    void aRenewalIsRecognisedByItsSerialNumber() {
        Difference serial = of(compared(leaf().serial(BigInteger.TWO), leaf().serial(BigInteger.TEN)), "Serial number");
        assertTrue(serial.meaning().contains("issued anew"), serial::meaning);
    }

    @Test
    void twoAuthoritiesOfOneNameAreToldApartByTheirKeys() {
        IssuedCertificate renewed = CertificateMaker.subject("CN=Root").key(SampleKeys.rsa(2)).authority().make();
        Difference authority = of(CertificateComparison.of(List.of(decoded(leaf().make()), decoded(leaf().issuedBy(renewed).make()))), "Authority key identifier");
        assertTrue(authority.meaning().contains("another key"), authority::meaning);
    }

    @Test
    void threeAreComparedAtOnce() {
        Difference key = of(compared(leaf(), leaf().key(SampleKeys.shortRsa()), leaf()), "Key");
        assertEquals(List.of("rsaEncryption 2048", "rsaEncryption 768", "rsaEncryption 2048"), key.values());
    }
}

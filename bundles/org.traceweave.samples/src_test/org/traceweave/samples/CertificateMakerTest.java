package org.traceweave.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;

class CertificateMakerTest {

    private final IssuedCertificate root = CertificateMaker.subject("CN=Contoso Root CA,DC=contoso,DC=local").authority().signedWith("SHA1withRSA").make();
    private final IssuedCertificate leaf = CertificateMaker.subject("CN=pool01.contoso.local,O=Contoso").key(SampleKeys.rsa(1)).issuedBy(root)
            .signedWith("SHA1withRSA").dns("pool01.contoso.local", "fe01.contoso.local").server().make();

    @Test
    void aCertificateVerifiesUnderItsIssuer() throws Exception {
        assertTrue(leaf.parsed().isSignatureValid(new JcaContentVerifierProviderBuilder().build(root.key().getPublic())));
        assertTrue(root.parsed().isSignatureValid(new JcaContentVerifierProviderBuilder().build(root.key().getPublic())));
        assertEquals("1.2.840.113549.1.1.5", leaf.parsed().getSignatureAlgorithm().getAlgorithm().getId());
    }

    @Test
    void namesAreEncodedLeastSpecificFirst() {
        assertEquals("DC=local,DC=contoso,CN=Contoso Root CA", root.parsed().getSubject().toString());
    }

    @Test
    void theExtensionsSayWhatWasAskedFor() {
        assertTrue(BasicConstraints.fromExtensions(root.parsed().getExtensions()).isCA());
        assertEquals(2, GeneralNames.fromExtensions(leaf.parsed().getExtensions(), Extension.subjectAlternativeName).getNames().length);
    }

    @Test
    void theSameCallsMakeTheSameBytes() {
        assertArrayEquals(root.der(), CertificateMaker.subject("CN=Contoso Root CA,DC=contoso,DC=local").authority().signedWith("SHA1withRSA").make().der());
    }

    @Test
    void pemHoldsTheSameBytes() {
        String body = leaf.pem().lines().filter(line -> !line.startsWith("-")).reduce("", String::concat);
        assertArrayEquals(leaf.der(), Base64.getDecoder().decode(body));
    }

    @Test
    void aPkcs7FileHoldsTheCertificates() throws Exception {
        CMSSignedData file = new CMSSignedData(CertificateMaker.pkcs7(leaf, root));
        assertEquals(2, file.getCertificates().getMatches(null).size());
    }

    @Test
    void aRequestIsSignedWithItsOwnKey() throws Exception {
        PKCS10CertificationRequest request = new PKCS10CertificationRequest(CertificateMaker.request("CN=anna@contoso.com", SampleKeys.rsa(3)));
        assertTrue(request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(SampleKeys.rsa(3).getPublic())));
    }
}

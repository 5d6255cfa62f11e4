package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.traceweave.model.Certificate;

class CertificateRoleTest {

    @Test
    void aRootIsToldByItsSubjectBeingItsIssuer() {
        assertEquals(CertificateRole.Kind.ROOT, CertificateRole.of(CertificateDecoder.decode(MadeCertificates.root("SHA256"))).kind());
    }

    @Test
    void aServerOfOneNameIsAServerAndNothingMoreIsClaimed() {
        assertEquals(CertificateRole.Kind.SERVER, CertificateRole.of(CertificateDecoder.decode(MadeCertificates.server("SHA256"))).kind());
    }

    @Test
    void aFrontEndIsToldByTheNamesClientsLookFor() {
        CertificateRole role = CertificateRole.of(Corpus.certificate("synthetic-adcs/02-sha1-fe-under-sha1-root.pem").facts());
        assertEquals(CertificateRole.Kind.FRONT_END, role.kind());
        assertTrue(role.reason().contains("."), role.reason());
    }

    @Test
    void aUserOfTlsDskIsToldByTheAuthorityOfThePool() {
        assertEquals(CertificateRole.Kind.TLS_DSK_USER, CertificateRole.of(Corpus.certificate("synthetic-adcs/21-tlsdsk-user.pem").facts()).kind());
        assertEquals(CertificateRole.Kind.TLS_DSK_ISSUER, CertificateRole.of(Corpus.certificate("synthetic-adcs/20-commserver-ca.pem").facts()).kind());
    }

    @Test
    void aHostIsCoveredByItsNameOrByAnAddressAndNotByAnother() {
        Certificate server = CertificateDecoder.decode(MadeCertificates.server("SHA256"));
        assertEquals(HostMatch.Kind.NAME, HostMatch.of(server, "FE01.contoso.com.").kind());
        assertEquals(HostMatch.Kind.NAME, HostMatch.of(server, "10.0.0.5").kind());
        assertEquals(HostMatch.Kind.NONE, HostMatch.of(server, "pool01.contoso.com").kind());
    }

    @Test
    void theKeyOfARenewedCertificateIsRecognised() {
        KeyFingerprints one = KeyFingerprints.of(CertificateDecoder.examine(MadeCertificates.server("SHA1"))).orElseThrow();
        DecodedCertificate renewed = CertificateDecoder.examine(MadeCertificates.server("SHA256"));
        assertEquals(one, KeyFingerprints.of(renewed).orElseThrow());
        assertEquals(renewed.facts().subjectKeyId().orElseThrow(), one.keyId());
    }
}

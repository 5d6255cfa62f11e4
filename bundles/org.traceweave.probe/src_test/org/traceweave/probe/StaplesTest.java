package org.traceweave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.ChainLink.SignatureCheck;
import org.traceweave.model.Severity;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** OCSP responses that a server sends along. */
class StaplesTest {

    private static final BigInteger SERIAL = Probing.SERVER.parsed().getSerialNumber();

    private static byte[] response(BigInteger serial, CertificateStatus status, String until, PrivateKey signer,
            X509CertificateHolder... certificates) throws Exception {
        var sha1 = new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
        var builder = new BasicOCSPRespBuilder(new RespID(Probing.ISSUING.parsed().getSubject()));
        builder.addResponse(new CertificateID(sha1, Probing.ISSUING.parsed(), serial), status, date("2018-05-30T00:00:00Z"), date(until));
        var basic = builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer), certificates, date("2018-05-30T00:00:00Z"));
        return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
    }

    private static Date date(String text) {
        return Date.from(Instant.parse(text));
    }

    private static ProbeResult probe(byte[] staple) {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER, Probing.ISSUING).staple(staple).start()) {
            return Probing.probe(server);
        }
    }

    private static OcspStaple staple(ProbeResult result) {
        return result.handshake().orElseThrow().staple().orElseThrow();
    }

    @Test
    void aGoodAnswerOfTheIssuerIsVerified() throws Exception {
        ProbeResult result = probe(response(SERIAL, CertificateStatus.GOOD, "2018-06-07T00:00:00Z", Probing.ISSUING.key().getPrivate()));
        assertEquals(OcspStaple.Status.GOOD, staple(result).answers().getFirst().status());
        assertEquals(SignatureCheck.VERIFIED, staple(result).signature());
        assertEquals(Severity.OK, Probing.finding(result, "tls.staple").orElseThrow().severity());
    }

    @Test
    void aRevokedCertificateIsToldWithDateAndReason() throws Exception {
        ProbeResult result = probe(response(SERIAL, new RevokedStatus(date("2018-05-01T10:30:00Z"), 1), "2018-06-07T00:00:00Z",
                Probing.ISSUING.key().getPrivate()));
        String summary = Probing.finding(result, "chain.revoked").orElseThrow().summary();
        assertTrue(summary.contains("2018-05-01 10:30 UTC (keyCompromise)"), summary);
    }

    @Test
    void anAnswerOutOfDateIsAWarning() throws Exception {
        ProbeResult result = probe(response(SERIAL, CertificateStatus.GOOD, "2018-05-31T00:00:00Z", Probing.ISSUING.key().getPrivate()));
        var finding = Probing.finding(result, "tls.staple").orElseThrow();
        assertEquals(Severity.WARNING, finding.severity());
        assertTrue(finding.summary().contains("out of date since 2018-05-31"), finding::summary);
    }

    @Test
    void anAnswerThatSomebodyElseSignedIsAWarning() throws Exception {
        ProbeResult result = probe(response(SERIAL, CertificateStatus.GOOD, "2018-06-07T00:00:00Z", Probing.ROOT.key().getPrivate()));
        assertEquals(SignatureCheck.WRONG, staple(result).signature());
        assertEquals(Severity.WARNING, Probing.finding(result, "tls.staple").orElseThrow().severity());
    }

    @Test
    void aResponderThatTheIssuerCertifiedMaySign() throws Exception {
        IssuedCertificate responder = CertificateMaker.subject("CN=Contoso OCSP").key(SampleKeys.rsa(7)).issuedBy(Probing.ISSUING)
                .extension("2.5.29.37", false, new byte[] {0x30, 0x0a, 0x06, 0x08, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x09}).make();
        ProbeResult result = probe(response(SERIAL, CertificateStatus.GOOD, "2018-06-07T00:00:00Z", responder.key().getPrivate(),
                responder.parsed()));
        assertEquals(SignatureCheck.VERIFIED, staple(result).signature());
    }

    @Test
    void anAnswerAboutAnotherCertificateIsNotTakenForThisOne() throws Exception {
        ProbeResult result = probe(response(BigInteger.valueOf(4711), new RevokedStatus(date("2018-05-01T10:30:00Z"), 1), "2018-06-07T00:00:00Z",
                Probing.ISSUING.key().getPrivate()));
        assertTrue(Probing.finding(result, "tls.staple").orElseThrow().title().contains("another certificate"));
        assertTrue(Probing.finding(result, "chain.revoked").isEmpty());
    }

    @Test
    void aResponderThatHasNoAnswerIsTold() throws Exception {
        assertEquals("tryLater", staple(probe(new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded())).responseStatus());
    }

    @Test
    void bytesThatAreNoOcspResponseAreTold() {
        ProbeResult result = probe(new byte[] {0x30, 0x03, 0x02, 0x01, 0x05});
        assertTrue(Probing.finding(result, "tls.staple").orElseThrow().title().contains("of no use"));
    }
}

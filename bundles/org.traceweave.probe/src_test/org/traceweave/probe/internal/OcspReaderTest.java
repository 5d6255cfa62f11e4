package org.traceweave.probe.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.probe.OcspStaple;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;

class OcspReaderTest {

    private static final IssuedCertificate ISSUER = CertificateMaker.subject("CN=Issuer").authority().make();

    private static byte[] response() throws Exception {
        var sha1 = new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
        Date now = Date.from(Instant.parse("2018-05-30T00:00:00Z"));
        var builder = new BasicOCSPRespBuilder(new RespID(ISSUER.parsed().getSubject()));
        builder.addResponse(new CertificateID(sha1, ISSUER.parsed(), BigInteger.TEN), new RevokedStatus(now, 1), now, now);
        var basic = builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(ISSUER.key().getPrivate()),
                new X509CertificateHolder[] {ISSUER.parsed()}, now);
        return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
    }

    @Test
    void damagedResponsesAreToldAndNeverFail() throws Exception {
        byte[] whole = response();
        List<DecodedCertificate> issuers = List.of(CertificateDecoder.examine(ISSUER.der()));
        assertTrue(OcspReader.read(whole, issuers).problems().isEmpty());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = whole.clone();
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            byte[] cut = random.nextInt(5) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
            try {
                OcspStaple staple = OcspReader.read(cut, issuers);
                assertFalse(staple.responseStatus().isEmpty());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + round, e);
            }
        }
    }

    @Test
    void aResponseBeyondAllReasonIsNotRead() {
        assertTrue(OcspReader.read(new byte[70_000], List.of()).problems().getFirst().contains("70000 bytes"));
    }
}

package org.traceweave.certificates.internal.chain;

import java.io.IOException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.traceweave.certificates.ChainLink.SignatureCheck;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.x509.PublicKeyFacts;

/**
 * Verifies signatures with Bouncy Castle, over the bytes as they stand rather than re-encoded ones. Keys with which hostile input could keep the
 * processor busy (RSA over 16384 bits or a huge exponent, explicit curve parameters) are not tried.
 */
public final class Signatures {

    private static final int MAX_RSA_BITS = 16_384;
    private static final int MAX_EXPONENT_BITS = 64;
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private Signatures() {
    }

    public static SignatureCheck check(DecodedCertificate certificate, DecodedCertificate issuer) {
        if (certificate.tbs().isEmpty() || certificate.signatureAlgorithm().isEmpty() || certificate.signature().isEmpty()
                || issuer.publicKey().isEmpty()) {
            return SignatureCheck.UNSUPPORTED;
        }
        DerNode key = issuer.publicKey().get();
        if (PublicKeyFacts.read(key).filter(Signatures::affordable).isEmpty()) {
            return SignatureCheck.UNSUPPORTED;
        }
        try {
            ContentVerifier verifier = new JcaContentVerifierProviderBuilder().setProvider(PROVIDER)
                    .build(SubjectPublicKeyInfo.getInstance(key.encoded()))
                    .get(AlgorithmIdentifier.getInstance(certificate.signatureAlgorithm().get().encoded()));
            verifier.getOutputStream().write(certificate.tbs().get().encoded());
            return verifier.verify(DerValues.bits(certificate.signature().get())) ? SignatureCheck.VERIFIED : SignatureCheck.WRONG;
        } catch (OperatorCreationException | IllegalArgumentException | IllegalStateException | ArithmeticException
                | ClassCastException | NullPointerException e) {
            // Bouncy Castle refuses malformed keys and parameters with these.
            return SignatureCheck.UNSUPPORTED;
        } catch (IOException | RuntimeOperatorException | DerException e) {
            // The key is fine; the signature value is not one.
            return SignatureCheck.WRONG;
        }
    }

    private static boolean affordable(PublicKeyFacts key) {
        return !key.explicitCurve() && key.bits().orElse(0) <= MAX_RSA_BITS
                && key.exponent().map(exponent -> exponent.bitLength() <= MAX_EXPONENT_BITS).orElse(true);
    }
}

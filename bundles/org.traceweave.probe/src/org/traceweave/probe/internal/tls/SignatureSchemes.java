package org.traceweave.probe.internal.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DerNode;
import org.traceweave.probe.ProbeHandshake.KeyProof;

/** Signatures in handshakes (RFC 8446 section 4.2.3): names, and whether one was made with a certificate's key. */
public final class SignatureSchemes {

    private static final int MAX_RSA_BITS = 16_384;
    private static final int MAX_EXPONENT_BITS = 64;
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final Map<Integer, String[]> SCHEMES = new HashMap<>();

    static {
        // number, name in the registry, name in Bouncy Castle
        scheme(0x0101, "rsa_pkcs1_md5", "MD5withRSA");
        scheme(0x0201, "rsa_pkcs1_sha1", "SHA1withRSA");
        scheme(0x0202, "dsa_sha1", "SHA1withDSA");
        scheme(0x0203, "ecdsa_sha1", "SHA1withECDSA");
        scheme(0x0301, "rsa_pkcs1_sha224", "SHA224withRSA");
        scheme(0x0303, "ecdsa_sha224", "SHA224withECDSA");
        scheme(0x0401, "rsa_pkcs1_sha256", "SHA256withRSA");
        scheme(0x0402, "dsa_sha256", "SHA256withDSA");
        scheme(0x0403, "ecdsa_secp256r1_sha256", "SHA256withECDSA");
        scheme(0x0501, "rsa_pkcs1_sha384", "SHA384withRSA");
        scheme(0x0503, "ecdsa_secp384r1_sha384", "SHA384withECDSA");
        scheme(0x0601, "rsa_pkcs1_sha512", "SHA512withRSA");
        scheme(0x0603, "ecdsa_secp521r1_sha512", "SHA512withECDSA");
        scheme(0x0804, "rsa_pss_rsae_sha256", "SHA256withRSAandMGF1");
        scheme(0x0805, "rsa_pss_rsae_sha384", "SHA384withRSAandMGF1");
        scheme(0x0806, "rsa_pss_rsae_sha512", "SHA512withRSAandMGF1");
        scheme(0x0807, "ed25519", "Ed25519");
        scheme(0x0808, "ed448", "Ed448");
        scheme(0x0809, "rsa_pss_pss_sha256", "SHA256withRSAandMGF1");
        scheme(0x080a, "rsa_pss_pss_sha384", "SHA384withRSAandMGF1");
        scheme(0x080b, "rsa_pss_pss_sha512", "SHA512withRSAandMGF1");
    }

    private SignatureSchemes() {
    }

    private static void scheme(int number, String name, String algorithm) {
        SCHEMES.put(number, new String[] {name, algorithm});
    }

    public static String name(int scheme) {
        String[] known = SCHEMES.get(scheme);
        return known == null ? String.format(Locale.ROOT, "0x%04x", scheme) : known[0];
    }

    /** Whether {@code certificate}'s key made the signature, by a scheme of TLS 1.2 and 1.3. */
    static KeyProof check(DecodedCertificate certificate, int scheme, byte[] signed, byte[] signature) {
        String[] known = SCHEMES.get(scheme);
        return known == null ? KeyProof.UNSUPPORTED : check(certificate, known[1], signed, signature);
    }

    /** As servers signed before TLS 1.2: RSA over MD5 and SHA-1 together, the rest over SHA-1. */
    static KeyProof checkBefore12(DecodedCertificate certificate, byte[] signed, byte[] signature) {
        return switch (certificate.facts().keyAlgorithm().orElse("")) {
            case "rsaEncryption" -> checkMixed(certificate, signed, signature);
            case "id-ecPublicKey" -> check(certificate, "SHA1withECDSA", signed, signature);
            default -> check(certificate, "SHA1withDSA", signed, signature);
        };
    }

    private static KeyProof check(DecodedCertificate certificate, String algorithm, byte[] signed, byte[] signature) {
        try {
            PublicKey key = key(certificate);
            Signature verifier = Signature.getInstance(algorithm, PROVIDER);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature) ? KeyProof.PROVEN : KeyProof.WRONG;
        } catch (java.security.SignatureException e) {
            return KeyProof.WRONG; // its bytes are no signature
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IllegalStateException | ArithmeticException | NullPointerException e) {
            // Bouncy Castle refuses malformed keys with these
            return KeyProof.UNSUPPORTED;
        }
    }

    private static KeyProof checkMixed(DecodedCertificate certificate, byte[] signed, byte[] signature) {
        try {
            if (!(key(certificate) instanceof RSAPublicKey rsa)) {
                return KeyProof.UNSUPPORTED;
            }
            PKCS1Encoding encoding = new PKCS1Encoding(new RSAEngine());
            encoding.init(false, new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent()));
            byte[] hash = encoding.processBlock(signature, 0, signature.length);
            return Arrays.equals(hash, TlsWriter.join(Hashes.hash("MD5", signed), Hashes.hash("SHA1", signed))) ? KeyProof.PROVEN : KeyProof.WRONG;
        } catch (InvalidCipherTextException | org.bouncycastle.crypto.DataLengthException e) {
            return KeyProof.WRONG;
        } catch (IOException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            return KeyProof.UNSUPPORTED;
        }
    }

    /** The key of a certificate, unless it is one with which a hostile server could keep the processor busy. */
    static PublicKey key(DecodedCertificate certificate) throws IOException {
        DerNode bytes = certificate.publicKey().orElseThrow(() -> new IOException("the certificate has no key"));
        boolean explicitCurve = certificate.facts().keyAlgorithm().filter("id-ecPublicKey"::equals).isPresent()
                && certificate.facts().curve().isEmpty();
        if (explicitCurve || certificate.facts().keyBits().orElse(0) > MAX_RSA_BITS) {
            throw new IOException("the key is not tried");
        }
        PublicKey key = BouncyCastleProvider.getPublicKey(SubjectPublicKeyInfo.getInstance(bytes.encoded()));
        if (key == null || key instanceof RSAPublicKey rsa && rsa.getPublicExponent().bitLength() > MAX_EXPONENT_BITS) {
            throw new IOException("the key is not tried");
        }
        return key;
    }
}

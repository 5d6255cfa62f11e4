package org.traceweave.certificates.internal.judge;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.StrictProfile;
import org.traceweave.certificates.internal.x509.PublicKeyFacts;

/** Keys and signature hashes that are too weak. The hash of an anchor's own signature does not count: an anchor is trusted as it stands. */
final class StrengthCheck {

    private static final Set<String> BROKEN = Set.of("MD2", "MD4", "MD5", "SHA1", "SHA");
    private static final Set<String> CURVES = Set.of("prime256v1", "secp384r1", "secp521r1");
    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 224;
    private static final String KEY_SIZES = "NIST SP 800-131A";
    private static final String BASELINE = "CA/Browser Forum BR 6.1.5";

    private StrengthCheck() {
    }

    static void check(Path path, StrictProfile profile, Findings findings) {
        for (int i = 0; i < path.size(); i++) {
            DecodedCertificate certificate = path.get(i);
            String hash = certificate.facts().signatureHash().orElse("");
            if (!path.isTop(i) && BROKEN.contains(hash)) {
                findings.refuse(i, "signature-hash", "signed by " + certificate.facts().issuer().orElse("its issuer") + " with "
                        + certificate.facts().signatureAlgorithm().orElse(hash), "RFC 9155; CA/Browser Forum BR 7.1.3");
            }
            int element = i;
            certificate.publicKey().flatMap(PublicKeyFacts::read).ifPresent(key -> key(key, element, profile, findings));
        }
    }

    private static void key(PublicKeyFacts key, int i, StrictProfile profile, Findings findings) {
        Optional<BigInteger> modulus = key.modulus().filter(value -> key.exponent().isPresent());
        if (modulus.isPresent()) {
            int bits = modulus.get().bitLength();
            if (bits < LEAST_RSA_BITS) {
                findings.refuse(i, "key-size", "RSA key of " + bits + " bits, less than " + LEAST_RSA_BITS, KEY_SIZES);
            } else if (bits % 8 != 0 && profile == StrictProfile.WEB_PKI) {
                findings.refuse(i, "key-size", "RSA key of " + bits + " bits, not a whole number of bytes", BASELINE);
            }
            BigInteger exponent = key.exponent().get();
            if (exponent.compareTo(BigInteger.ONE) <= 0 || !exponent.testBit(0)) {
                findings.refuse(i, "key-exponent", "RSA exponent " + (exponent.bitLength() > 64 ? "is even" : exponent.toString()), "RFC 8017 section 3.1");
            }
        }
        if (key.explicitCurve()) {
            findings.refuse(i, "key-curve", "EC key with explicit curve parameters", "RFC 5480 section 2.1.1");
        } else if (key.curve().isPresent() && profile == StrictProfile.WEB_PKI && !CURVES.contains(key.curve().get())) {
            findings.refuse(i, "key-curve", "EC key on " + key.curve().get() + "; public CAs may use P-256, P-384 and P-521", BASELINE);
        } else if (key.curve().isPresent() && key.bits().orElse(LEAST_EC_BITS) < LEAST_EC_BITS) {
            findings.refuse(i, "key-size", "EC key of " + key.bits().getAsInt() + " bits, less than " + LEAST_EC_BITS, KEY_SIZES);
        }
    }
}

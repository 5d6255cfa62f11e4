package org.traceweave.certificates.internal.lint;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Set;
import org.traceweave.certificates.LintContext.Role;
import org.traceweave.certificates.internal.x509.PublicKeyFacts;
import org.traceweave.model.LintLevel;

/** L06 to L09: the public key. */
final class KeyRules {

    private static final Set<String> CURVES = Set.of("prime256v1", "secp384r1", "secp521r1");
    private static final int[] ROCA_PRIMES = {11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157};
    private static final LocalDate RSA_2048 = LocalDate.of(2014, 1, 1);

    private KeyRules() {
    }

    static void check(Judged judged) {
        judged.key.ifPresent(key -> {
            if (key.modulus().isPresent() && key.exponent().isPresent()) {
                rsa(judged, key, key.modulus().get(), key.exponent().get());
            }
            curve(judged, key);
            postQuantum(judged, key);
        });
    }

    private static void rsa(Judged judged, PublicKeyFacts key, BigInteger modulus, BigInteger exponent) {
        int bits = modulus.bitLength();
        if (bits < 1024) {
            judged.add("L06", LintLevel.ERROR, "RSA key of " + bits + " bits; Windows refuses keys below 1024 bits");
        } else if (bits < 2048 && !judged.tlsDskUser) {
            judged.add("L06", !judged.selfSigned && judged.issuedBefore(RSA_2048) ? LintLevel.NOT_EFFECTIVE : LintLevel.WARNING,
                    "RSA key of " + bits + " bits; at least 2048 are expected");
        }
        if (modulus.signum() <= 0 || !modulus.testBit(0)) {
            judged.add("L07", LintLevel.ERROR, "RSA modulus is " + (modulus.signum() <= 0 ? "not positive" : "even"));
        }
        if (exponent.compareTo(BigInteger.ONE) <= 0 || !exponent.testBit(0)) {
            judged.add("L07", LintLevel.ERROR, "RSA exponent " + (exponent.bitLength() > 64 ? "is even" : exponent.toString()));
        }
        if (bits >= 512 && bits <= 4096 && modulus.signum() > 0 && hasFingerprint(modulus)) {
            judged.add("L07", LintLevel.WARNING, "RSA key looks like one of an Infineon chip that makes weak keys (ROCA, CVE-2017-15361)");
        }
        if (bits % 8 != 0) {
            judged.add("L07", LintLevel.INFO, "RSA modulus of " + bits + " bits, not a whole number of bytes");
        }
    }

    /** Keys of the flawed library are powers of 65537 modulo each of these primes, which keys of others are not but by rare chance. */
    private static boolean hasFingerprint(BigInteger modulus) {
        for (int prime : ROCA_PRIMES) {
            int rest = modulus.mod(BigInteger.valueOf(prime)).intValueExact();
            int power = 1;
            boolean met = false;
            do {
                met |= power == rest;
                power = (int) ((long) power * 65_537 % prime);
            } while (power != 1);
            if (!met) {
                return false;
            }
        }
        return true;
    }

    private static void curve(Judged judged, PublicKeyFacts key) {
        if (key.explicitCurve()) {
            judged.add("L08", LintLevel.WARNING, "EC key with explicit curve parameters; clients expect a named curve");
        } else if (key.curve().isPresent() && !CURVES.contains(key.curve().get())) {
            judged.add("L08", LintLevel.WARNING, "EC key on " + key.curve().get() + "; clients expect P-256, P-384 or P-521");
        } else if (key.curve().isPresent() && judged.context.role() == Role.SERVER && judged.server) {
            judged.add("L08", LintLevel.INFO, "EC key on a server of Skype for Business; check that its phones and room systems can use it");
        }
    }

    private static void postQuantum(Judged judged, PublicKeyFacts key) {
        String name = key.algorithm();
        if (name.contains("ML-DSA") || name.contains("SLH-DSA") || name.contains("ML-KEM") || name.startsWith("MLDSA") || name.startsWith("MLKEM")
                || name.startsWith("Falcon") || name.startsWith("composite") || name.contains("XMSS") || name.contains("FrodoKEM")
                || name.startsWith("NTRU")) {
            judged.add("L09", LintLevel.INFO, name + " key; Skype for Business and Windows before 11 24H2 cannot use it");
        }
    }
}

package org.traceweave.probe.internal.tls;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.internal.net.ProbeException;

/** The client's half of an elliptic-curve key exchange, a fresh key for each group (RFC 8422, RFC 7748). */
final class KeyShares {

    static final int X25519 = 29;
    /** In the order of preference. */
    static final List<Integer> GROUPS = List.of(X25519, 23, 24, 25);

    private static final Map<Integer, String> CURVES = Map.of(23, "secp256r1", 24, "secp384r1", 25, "secp521r1");

    private final SecureRandom random;
    private final Map<Integer, X25519PrivateKeyParameters> montgomery = new TreeMap<>();
    private final Map<Integer, ECPrivateKeyParameters> weierstrass = new TreeMap<>();

    KeyShares(SecureRandom random) {
        this.random = random;
    }

    static String name(int group) {
        return switch (group) {
            case X25519 -> "x25519";
            case 30 -> "x448";
            case 256 -> "ffdhe2048";
            case 257 -> "ffdhe3072";
            case 258 -> "ffdhe4096";
            case 0x11ec -> "X25519MLKEM768";
            default -> CURVES.getOrDefault(group, String.format(Locale.ROOT, "group 0x%04x", group));
        };
    }

    static boolean knows(int group) {
        return GROUPS.contains(group);
    }

    /** The public half to be sent. */
    byte[] share(int group) {
        if (group == X25519) {
            byte[] share = new byte[X25519PublicKeyParameters.KEY_SIZE];
            montgomery.computeIfAbsent(group, absent -> new X25519PrivateKeyParameters(random)).generatePublicKey().encode(share, 0);
            return share;
        }
        ECPrivateKeyParameters key = weierstrass.computeIfAbsent(group, this::newKey);
        return key.getParameters().getG().multiply(key.getD()).normalize().getEncoded(false);
    }

    private ECPrivateKeyParameters newKey(int group) {
        X9ECParameters curve = CustomNamedCurves.getByName(CURVES.get(group));
        ECDomainParameters domain = new ECDomainParameters(curve);
        BigInteger secret = BigIntegers.createRandomInRange(BigInteger.ONE, domain.getN().subtract(BigInteger.ONE), random);
        return new ECPrivateKeyParameters(secret, domain);
    }

    /** The secret that both sides now share. */
    byte[] agree(int group, byte[] serverShare) throws ProbeException {
        try {
            if (group == X25519) {
                X25519Agreement agreement = new X25519Agreement();
                agreement.init(montgomery.get(group));
                byte[] secret = new byte[agreement.getAgreementSize()];
                agreement.calculateAgreement(new X25519PublicKeyParameters(serverShare), secret, 0);
                return secret;
            }
            ECPrivateKeyParameters key = weierstrass.get(group);
            ECDHBasicAgreement agreement = new ECDHBasicAgreement();
            agreement.init(key);
            BigInteger secret = agreement.calculateAgreement(new ECPublicKeyParameters(key.getParameters().getCurve().decodePoint(serverShare),
                    key.getParameters()));
            return BigIntegers.asUnsignedByteArray(agreement.getFieldSize(), secret);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ProbeException(Kind.MALFORMED, "The server's key for " + name(group) + " is no point of that group");
        }
    }
}

package org.traceweave.samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The fixed RSA keys of sample certificates, of 2048 bits but for one. They are known to everybody and protect nothing; being fixed, they make samples
 * deterministic and quick.
 */
public final class SampleKeys {

    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
    private static final List<KeyPair> KEYS = read();
    private static final String[] SHORT = {"24ahw9ada8cq6ofzdo6gmx2u5kp6bgcv3fn4w317r9bi6cwuhqtk1gdltsmelsts9xxpl1hc98n",
        "2lk6hmsxvjw6fjqqd8u1dwrbzvimnu4hi9dui52evdcg1oh39kv36lwo0qfr0win6ylbv51iyq5"};

    private SampleKeys() {
    }

    /** Key number {@code index}; numbers beyond the last start again with the first. */
    public static KeyPair rsa(int index) {
        return KEYS.get(Math.floorMod(index, KEYS.size()));
    }

    /** A key of 768 bits, which nobody should use any more. */
    public static KeyPair shortRsa() {
        try {
            return key(new BigInteger(SHORT[0], 36), new BigInteger(SHORT[1], 36));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    public static int count() {
        return KEYS.size();
    }

    private static List<KeyPair> read() {
        List<KeyPair> keys = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(SampleKeys.class.getResourceAsStream("sample-keys.txt"), "sample-keys.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] primes = line.split(" ");
                    keys.add(key(new BigInteger(primes[0], 36), new BigInteger(primes[1], 36)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
        return List.copyOf(keys);
    }

    private static KeyPair key(BigInteger p, BigInteger q) throws GeneralSecurityException {
        BigInteger n = p.multiply(q);
        BigInteger p1 = p.subtract(BigInteger.ONE);
        BigInteger q1 = q.subtract(BigInteger.ONE);
        BigInteger d = EXPONENT.modInverse(p1.multiply(q1));
        KeyFactory factory = KeyFactory.getInstance("RSA");
        return new KeyPair(factory.generatePublic(new RSAPublicKeySpec(n, EXPONENT)), factory.generatePrivate(
                new RSAPrivateCrtKeySpec(n, EXPONENT, d, p, q, d.mod(p1), d.mod(q1), q.modInverse(p))));
    }
}

package org.traceweave.certificates;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.traceweave.certificates.internal.policy.RegistryText;

/**
 * The weak-crypto settings of one Windows machine: the values {@code Weak<Algorithm><Roots><Value>} and {@code MinRsaPubKeyBitLength} below
 * {@code ...\CertDllCreateCertificateChainEngine\Config} (Microsoft, "Disable weak cryptographic algorithms in certificate validation").
 *
 * @param name what the file is called
 * @param numbers numbers by value name in lower case
 * @param allowed SHA-256 thumbprints in lower-case hex that are allowed all the same, by value name in lower case
 * @param problems what could not be read, in words
 */
public record WeakCryptoSettings(String name, Map<String, Long> numbers, Map<String, Set<String>> allowed, List<String> problems) {

    /** Longer files are refused. */
    public static final int MAX_BYTES = 4 << 20;

    private static final long ENABLED = 0x8000_0000L;
    private static final long LOGGING = 0x4 | 0x8;

    /** What a setting is about, as value names spell it. */
    public enum Algorithm {
        MD5, SHA1, RSA, DSA, ECDSA
    }

    public WeakCryptoSettings {
        numbers = Map.copyOf(numbers);
        allowed = Map.copyOf(allowed);
        problems = List.copyOf(problems);
    }

    /**
     * Reads what {@code reg export} or {@code certutil -getreg chain} printed, in UTF-16 or UTF-8.
     *
     * @throws PolicyFileException if the bytes do not show that registry key
     */
    public static WeakCryptoSettings read(String name, byte[] bytes) throws PolicyFileException {
        return RegistryText.read(name, bytes);
    }

    /** A number by its value's name, which Windows does not care about the case of. */
    public OptionalLong number(String value) {
        Long number = numbers.get(value.toLowerCase(Locale.ROOT));
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /**
     * The flags in force; 0 where the machine's administrator set none. What is set for all roots holds for those of Microsoft's program too, logging
     * apart.
     */
    public long flags(Algorithm algorithm, boolean publicRoot) {
        long all = enabled(number("Weak" + algorithm + "AllFlags").orElse(0));
        if (!publicRoot) {
            return all;
        }
        long thirdParty = enabled(number("Weak" + algorithm + "ThirdPartyFlags").orElse(0));
        return thirdParty | all & ~LOGGING;
    }

    private static long enabled(long flags) {
        return (flags & ENABLED) == 0 ? 0 : flags;
    }

    /** The fewest bits a key may have, the stricter of both settings under a root of Microsoft's program; 0 where none is set. */
    public long minimumBits(Algorithm algorithm, boolean publicRoot) {
        long all = number("Weak" + algorithm + "AllMinBitLength").orElse(0);
        return publicRoot ? Math.max(all, number("Weak" + algorithm + "ThirdPartyMinBitLength").orElse(0)) : all;
    }

    /** Whether a certificate is named as allowed although it is weak. */
    public boolean allows(Algorithm algorithm, boolean publicRoot, String sha256) {
        String name = "weak" + algorithm.name().toLowerCase(Locale.ROOT);
        return allowed.getOrDefault(name + "allsha256allow", Set.of()).contains(sha256)
                || publicRoot && allowed.getOrDefault(name + "thirdpartysha256allow", Set.of()).contains(sha256);
    }
}

package org.traceweave.ui.certificates.internal;

import java.util.Locale;
import java.util.Optional;
import org.traceweave.model.Certificate;
import org.traceweave.model.LintLevel;
import org.traceweave.ui.Texts;

/** Short words for the facts of a certificate. */
final class CertificateWords {

    private static final Texts TEXTS = new Texts(CertificateWords.class);

    private CertificateWords() {
    }

    /** The first common name of an RFC 4514 name, or all of it. */
    static String shortName(Optional<String> name) {
        for (String part : name.orElse("").split("(?<!\\\\),")) {
            if (part.strip().startsWith("CN=")) {
                return part.strip().substring("CN=".length());
            }
        }
        return name.orElse("");
    }

    /** {@code RSA 2048}; a curve of NIST by the name people know it by. */
    static String key(Certificate certificate) {
        Optional<String> known = certificate.curve().flatMap(CertificateWords::curve);
        if (known.isPresent()) {
            return certificate.keyAlgorithm().map(CertificateWords::family).orElse("") + " " + known.get();
        }
        String algorithm = certificate.keyAlgorithm().map(CertificateWords::family).orElse("");
        String size = certificate.keyBits().isPresent() ? " " + certificate.keyBits().getAsInt() : "";
        return (algorithm + size + certificate.curve().map(curve -> " " + curve).orElse("")).strip();
    }

    private static Optional<String> curve(String name) {
        return switch (name) {
            case "prime256v1", "secp256r1" -> Optional.of("P-256");
            case "secp384r1" -> Optional.of("P-384");
            case "secp521r1" -> Optional.of("P-521");
            default -> Optional.empty();
        };
    }

    private static String family(String algorithm) {
        return switch (algorithm) {
            case "rsaEncryption" -> "RSA";
            case "id-ecPublicKey" -> "EC";
            default -> algorithm;
        };
    }

    /** Whether the signature's hash is one that relying machines refuse; not said of a root, whose signature nobody checks. */
    static boolean isWeak(Certificate certificate) {
        return !certificate.isSelfIssued() && certificate.signatureHash().map(hash -> hash.toUpperCase(Locale.ROOT))
                .filter(hash -> hash.equals("SHA1") || hash.startsWith("MD")).isPresent();
    }

    /** What is to be said instead of a field's value where its bytes are there and mean nothing; empty where nothing is wrong with it. */
    static Optional<String> undecoded(Certificate certificate, String field) {
        return certificate.problems().stream().filter(problem -> problem.field().equals(field)).findFirst()
                .map(problem -> TEXTS.get("undecoded", "offset", problem.offset(), "problem", problem.text()));
    }

    /** The gravest level among its lints. */
    static Optional<LintLevel> gravest(Certificate certificate) {
        return certificate.lints().stream().map(lint -> lint.level()).min(Enum::compareTo);
    }

    /** A hash as people write it: {@code SHA-256}. */
    static String hash(String name) {
        return name.replaceFirst("^SHA(?=\\d)", "SHA-");
    }

    /** An alternative name without its kind where that can be seen: {@code DNS:} and {@code IP:} are left out. */
    static String bareName(String name) {
        return name.startsWith("DNS:") || name.startsWith("IP:") ? name.substring(name.indexOf(':') + 1) : name;
    }

    /** Hex in pairs, as people compare fingerprints. */
    static String pairs(String hex) {
        StringBuilder paired = new StringBuilder();
        for (int i = 0; i < hex.length(); i++) {
            if (i > 0 && i % 2 == 0) {
                paired.append(':');
            }
            paired.append(Character.toUpperCase(hex.charAt(i)));
        }
        return paired.toString();
    }
}

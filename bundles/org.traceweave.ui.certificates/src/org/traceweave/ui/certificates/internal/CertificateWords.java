package org.traceweave.ui.certificates.internal;

import java.util.Locale;
import java.util.Optional;
import org.traceweave.model.Certificate;
import org.traceweave.model.LintLevel;

/** Short words for the facts of a certificate. */
final class CertificateWords {

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

    static String key(Certificate certificate) {
        String algorithm = certificate.keyAlgorithm().map(CertificateWords::family).orElse("");
        String size = certificate.keyBits().isPresent() ? " " + certificate.keyBits().getAsInt() : "";
        return (algorithm + size + certificate.curve().map(curve -> " " + curve).orElse("")).strip();
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

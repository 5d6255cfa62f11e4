package org.traceweave.certificates.internal.judge;

import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DecodedCertificate.Extension;
import org.traceweave.certificates.PathQuestion.Usage;
import org.traceweave.certificates.internal.x509.DistinguishedName;

/** What the Baseline Requirements of the CA/Browser Forum ask of public server certificates beyond RFC 5280. */
final class WebPkiCheck {

    private static final String COMMON_NAME = "2.5.4.3";
    private static final String ANY_USAGE = "2.5.29.37.0";

    private WebPkiCheck() {
    }

    static void check(Path path, Usage usage, Findings findings) {
        leaf(path.get(0), usage, findings);
        for (int i = 0; i < path.size(); i++) {
            if (path.isAnchor(i) && AuthorityCheck.selfIssued(path.get(i)) && i > 0) {
                root(path.get(i), i, findings);
            }
        }
    }

    private static void leaf(DecodedCertificate leaf, Usage usage, Findings findings) {
        if (leaf.facts().isCa().orElse(false)) {
            findings.refuse(0, "leaf-is-ca", "a CA certificate shown as a server's", source("7.1.2.7.8"));
        }
        List<String> usages = leaf.facts().extendedKeyUsage();
        if (usages.isEmpty()) {
            findings.refuse(0, "extended-key-usage", "no extended key usage", source("7.1.2.7.6"));
        } else if (usages.contains(ANY_USAGE)) {
            findings.refuse(0, "extended-key-usage", "extended key usage allows anything", source("7.1.2.7.10"));
        }
        Optional<Extension> names = leaf.extension(Rfc5280.SUBJECT_ALT_NAME);
        boolean named = leaf.subject().filter(subject -> !subject.children().isEmpty()).isPresent();
        if (names.isEmpty()) {
            findings.refuse(0, "names-absent", "no subject alternative names", source("7.1.2.7.12"));
        } else if (names.get().critical() && named) {
            findings.refuse(0, "extension-critical", "subject alternative names are critical although there is a subject", source("7.1.2.7.12"));
        }
        if (usage == Usage.SERVER) {
            commonName(leaf, findings);
        }
        if (leaf.extension(Rfc5280.AUTHORITY_ACCESS).filter(WebPkiCheck::malformedAccess).isPresent()) {
            findings.refuse(0, "authority-access", "authority information access without a description", source("7.1.2.7.7"));
        }
    }

    /** Common names are repeated in the alternative names, in the same spelling: addresses as RFC 5952 writes them. */
    private static void commonName(DecodedCertificate leaf, Findings findings) {
        List<String> commonNames = leaf.subject().map(subject -> DistinguishedName.values(subject, COMMON_NAME)).orElse(List.of());
        List<String> names = leaf.facts().subjectAltNames();
        for (String name : commonNames) {
            boolean host = names.stream().anyMatch(other -> other.equalsIgnoreCase("DNS:" + name));
            if (!host && !names.contains("IP:" + name)) {
                findings.refuse(0, "common-name", "common name " + name + " is not among the alternative names", source("7.1.4.3"));
            }
        }
    }

    private static boolean malformedAccess(Extension access) {
        return access.content().children().isEmpty() || access.content().children().stream().anyMatch(description ->
                description.children().size() != 2 || !description.children().getFirst().isUniversal(Asn1Tag.OBJECT_IDENTIFIER));
    }

    private static void root(DecodedCertificate root, int i, Findings findings) {
        root.extension(Rfc5280.AUTHORITY_KEY_ID).ifPresent(extension -> {
            if (extension.content().children().stream().anyMatch(part -> part.isContext(1) || part.isContext(2))) {
                findings.refuse(i, "authority-key-id", "a root's authority key identifier names issuer or serial number", source("7.1.2.1.3"));
            }
            if (root.facts().authorityKeyId().isPresent() && !root.facts().authorityKeyId().equals(root.facts().subjectKeyId())) {
                findings.refuse(i, "authority-key-id", "a root's authority key identifier is not its own key identifier", source("7.1.2.1.3"));
            }
        });
    }

    private static String source(String section) {
        return "CA/Browser Forum BR " + section;
    }
}

package org.traceweave.certificates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.traceweave.certificates.internal.x509.Oids;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateExtension;
import org.traceweave.model.Lint;
import org.traceweave.model.UtcTime;

/** Certificates side by side: only the fields in which they differ, in the order in which an engineer asks, with what each difference means. */
public final class CertificateComparison {

    private static final String NONE = "\u2013";

    private final List<Certificate> certificates;
    private final List<Difference> differences = new ArrayList<>();

    /**
     * One field that is not the same in all of them.
     *
     * @param values one for each certificate, in their order; a dash where it has none. Of lists, only what not all of them have
     * @param meaning a sentence, empty where the difference says nothing more than itself
     */
    public record Difference(String field, List<String> values, String meaning) {

        public Difference {
            values = List.copyOf(values);
        }
    }

    private CertificateComparison(List<Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /** What is different between two or more certificates; nothing if they are the same one. */
    public static List<Difference> of(List<Certificate> certificates) {
        CertificateComparison comparison = new CertificateComparison(certificates);
        comparison.compare();
        return comparison.differences;
    }

    private void compare() {
        one("Subject", Certificate::subject, "They are for different holders.");
        one("Issuer", Certificate::issuer, "They come from different authorities: a device may trust one and not the other.");
        list("Alternative names", Certificate::subjectAltNames, "A host is reached only by the names its certificate has.");
        one("Valid from", certificate -> day(certificate.notBefore().isPresent() ? Optional.of(certificate.notBefore().getAsLong()) : Optional.empty()), "");
        one("Valid to", certificate -> day(certificate.notAfter().isPresent() ? Optional.of(certificate.notAfter().getAsLong()) : Optional.empty()), "");
        one("Signature algorithm", Certificate::signatureAlgorithm, signatureMeaning());
        one("Key", CertificateComparison::key, "");
        list("Key usage", Certificate::keyUsage, "");
        list("Extended key usage", certificate -> certificate.extendedKeyUsage().stream().map(Oids::named).toList(),
                "A server needs serverAuth, and clientAuth too where servers authenticate each other.");
        one("Certification authority", certificate -> certificate.isCa().map(ca -> ca ? "yes" : "no"), "");
        one("Path length", certificate -> certificate.pathLength().isPresent() ? Optional.of(Integer.toString(certificate.pathLength().getAsInt())) : Optional.empty(), "");
        one("Serial number", Certificate::serial, same(Certificate::subject) && same(Certificate::issuer) ? "The same holder and authority: one was issued anew." : "");
        one("Subject key identifier", Certificate::subjectKeyId, "They have different keys.");
        one("Authority key identifier", Certificate::authorityKeyId,
                same(Certificate::issuer) ? "One name, but another key of the authority: it was renewed, or there are two of that name." : "");
        list("CRL addresses", Certificate::crlUrls, "");
        list("OCSP addresses", Certificate::ocspUrls, "");
        list("Issuer addresses", Certificate::issuerUrls, "");
        list("Extensions", certificate -> certificate.extensions().stream().map(CertificateComparison::extension).toList(), "");
        list("Lint", certificate -> certificate.lints().stream().map(CertificateComparison::lint).toList(), "");
    }

    private boolean same(Function<Certificate, Optional<String>> field) {
        return certificates.stream().map(field).distinct().count() == 1;
    }

    private void one(String name, Function<Certificate, Optional<String>> field, String meaning) {
        if (!same(field)) {
            differences.add(new Difference(name, certificates.stream().map(certificate -> field.apply(certificate).orElse(NONE)).toList(), meaning));
        }
    }

    private void list(String name, Function<Certificate, List<String>> field, String meaning) {
        List<Set<String>> sets = certificates.stream().map(field).map(LinkedHashSet::new).collect(Collectors.toList());
        if (sets.stream().distinct().count() > 1) {
            differences.add(new Difference(name, sets.stream().map(set -> {
                String own = set.stream().filter(value -> !sets.stream().allMatch(other -> other.contains(value))).collect(Collectors.joining(", "));
                return own.isEmpty() ? NONE : own;
            }).toList(), meaning));
        }
    }

    private String signatureMeaning() {
        List<String> weak = certificates.stream().flatMap(certificate -> certificate.signatureHash().stream())
                .filter(hash -> hash.startsWith("MD") || hash.equals("SHA1")).distinct().toList();
        boolean others = certificates.stream().flatMap(certificate -> certificate.signatureHash().stream()).anyMatch(hash -> !weak.contains(hash));
        return weak.isEmpty() || !others ? "" : "Clients that no longer accept " + String.join(" and ", weak) + " take one and refuse the other.";
    }

    private static Optional<String> day(Optional<Long> time) {
        return time.map(nanos -> UtcTime.format(nanos).replaceFirst("\\.\\d+Z$", "Z"));
    }

    private static Optional<String> key(Certificate certificate) {
        return certificate.keyAlgorithm().map(algorithm -> algorithm + (certificate.keyBits().isPresent() ? " " + certificate.keyBits().getAsInt() : "")
                + certificate.curve().map(curve -> " " + curve).orElse(""));
    }

    private static String lint(Lint lint) {
        return lint.id() + " (" + lint.level().word() + ") " + lint.text();
    }

    private static String extension(CertificateExtension extension) {
        return extension.name() + (extension.critical() ? " (critical)" : "");
    }
}

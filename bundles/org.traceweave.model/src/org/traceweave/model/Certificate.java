package org.traceweave.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The facts of one certificate. Times: UTC nanoseconds. Hex is lower case without separators; names are RFC 4514; what
 * is not known is empty.
 */
public record Certificate(
        Optional<String> sha1,
        Optional<String> sha256,
        CertificateOrigin origin,
        Optional<String> subject,
        Optional<String> issuer,
        Optional<String> serial,
        OptionalLong notBefore,
        OptionalLong notAfter,
        Optional<String> signatureAlgorithm,
        Optional<String> signatureHash,
        Optional<String> keyAlgorithm,
        OptionalInt keyBits,
        Optional<String> curve,
        List<String> subjectAltNames,
        List<String> keyUsage,
        List<String> extendedKeyUsage,
        Optional<Boolean> isCa,
        OptionalInt pathLength,
        Optional<String> subjectKeyId,
        Optional<String> authorityKeyId,
        List<String> crlUrls,
        List<String> ocspUrls,
        List<String> issuerUrls,
        List<CertificateExtension> extensions,
        List<CertificateProblem> problems,
        List<Evidence> seen,
        long seenCount,
        List<Lint> lints) {

    public Certificate {
        subjectAltNames = List.copyOf(subjectAltNames);
        keyUsage = List.copyOf(keyUsage);
        extendedKeyUsage = List.copyOf(extendedKeyUsage);
        crlUrls = List.copyOf(crlUrls);
        ocspUrls = List.copyOf(ocspUrls);
        issuerUrls = List.copyOf(issuerUrls);
        extensions = List.copyOf(extensions);
        problems = List.copyOf(problems);
        seen = List.copyOf(seen);
        lints = List.copyOf(lints);
    }

    /** The same facts with other sightings and lints. */
    public Certificate with(List<Evidence> newSeen, long newSeenCount, List<Lint> newLints) {
        return new Certificate(sha1, sha256, origin, subject, issuer, serial, notBefore, notAfter, signatureAlgorithm, signatureHash,
                keyAlgorithm, keyBits, curve, subjectAltNames, keyUsage, extendedKeyUsage, isCa, pathLength, subjectKeyId,
                authorityKeyId, crlUrls, ocspUrls, issuerUrls, extensions, problems, newSeen, newSeenCount, newLints);
    }

    /** Whether subject and issuer are the same name: a root, or at least self-issued. */
    public boolean isSelfIssued() {
        return subject.isPresent() && subject.equals(issuer);
    }
}

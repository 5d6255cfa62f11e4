package org.traceweave.certificates.internal.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.certificates.CertificateChain;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.ChainLink.IssuerMatch;
import org.traceweave.certificates.ChainLink.SignatureCheck;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;

/** Goes from a certificate to its issuer, as Windows does: exact match, then key, then name; a verifying signature beats all. */
public final class ChainSearch {

    private static final int MAX_LENGTH = 20;
    private static final int MAX_CANDIDATES = 32;
    private static final String AUTHORITY_KEY_ID = "2.5.29.35";

    private final Map<String, List<DecodedCertificate>> bySubject = new HashMap<>();

    /** A certificate that may be the issuer, and how well it fits. */
    private record Candidate(DecodedCertificate certificate, IssuerMatch match, SignatureCheck signature) {

        int rank() {
            int bySignature = switch (signature) {
                case VERIFIED -> 0;
                case UNSUPPORTED, UNCHECKED -> 1;
                case WRONG -> 2;
            };
            return bySignature * 10 + match.ordinal();
        }
    }

    public ChainSearch(Collection<DecodedCertificate> pool) {
        Map<String, DecodedCertificate> distinct = new LinkedHashMap<>();
        for (DecodedCertificate certificate : pool) {
            certificate.facts().sha256().ifPresent(hash -> distinct.putIfAbsent(hash, certificate));
        }
        for (DecodedCertificate certificate : distinct.values()) {
            certificate.facts().subject().ifPresent(
                    subject -> bySubject.computeIfAbsent(normal(subject), name -> new ArrayList<>()).add(certificate));
        }
    }

    public CertificateChain chainOf(DecodedCertificate leaf) {
        List<ChainLink> links = new ArrayList<>();
        DecodedCertificate current = leaf;
        while (true) {
            Optional<Candidate> issuer = issuerOf(current);
            if (issuer.isEmpty()) {
                links.add(new ChainLink(current, IssuerMatch.MISSING, SignatureCheck.UNCHECKED));
                return new CertificateChain(links, current.facts().issuer(), current.facts().authorityKeyId(), false);
            }
            Candidate best = issuer.get();
            links.add(new ChainLink(current, best.match, best.signature));
            if (best.match == IssuerMatch.SELF) {
                return new CertificateChain(links, Optional.empty(), Optional.empty(), false);
            }
            DecodedCertificate next = best.certificate;
            if (links.size() == MAX_LENGTH || links.stream().anyMatch(link -> link.certificate().sameCertificate(next))) {
                return new CertificateChain(links, Optional.empty(), Optional.empty(), true);
            }
            current = next;
        }
    }

    private Optional<Candidate> issuerOf(DecodedCertificate certificate) {
        Optional<String> name = certificate.facts().issuer();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (certificate.selfIssued() && keyIsOwn(certificate)) {
            SignatureCheck own = Signatures.check(certificate, certificate);
            if (own != SignatureCheck.WRONG || bySubject.getOrDefault(normal(name.get()), List.of()).size() <= 1) {
                return Optional.of(new Candidate(certificate, IssuerMatch.SELF, own));
            }
        }
        return bySubject.getOrDefault(normal(name.get()), List.of()).stream()
                .filter(other -> !other.sameCertificate(certificate))
                .limit(MAX_CANDIDATES)
                .map(other -> new Candidate(other, match(certificate, other), Signatures.check(certificate, other)))
                .min(Comparator.comparingInt(Candidate::rank)
                        .thenComparing(candidate -> candidate.certificate.facts().notAfter().orElse(Long.MIN_VALUE), Comparator.reverseOrder()));
    }

    private static boolean keyIsOwn(DecodedCertificate certificate) {
        Optional<String> authority = certificate.facts().authorityKeyId();
        Optional<String> own = certificate.facts().subjectKeyId();
        return authority.isEmpty() || own.isEmpty() || authority.equals(own);
    }

    /** How a certificate points to its issuer, of which the name fits. */
    public static IssuerMatch match(DecodedCertificate certificate, DecodedCertificate issuer) {
        if (namesIssuerAndSerial(certificate, issuer)) {
            return IssuerMatch.EXACT;
        }
        Optional<String> wanted = certificate.facts().authorityKeyId();
        return wanted.isPresent() && wanted.equals(issuer.facts().subjectKeyId()) ? IssuerMatch.KEY : IssuerMatch.NAME;
    }

    private static boolean namesIssuerAndSerial(DecodedCertificate certificate, DecodedCertificate issuer) {
        Optional<String> serial = issuerSerial(certificate);
        return serial.isPresent() && serial.equals(issuer.facts().serial());
    }

    /** The issuer's serial number, if the authority key identifier tells it. */
    public static Optional<String> issuerSerial(DecodedCertificate certificate) {
        Optional<DecodedCertificate.Extension> extension = certificate.extension(AUTHORITY_KEY_ID);
        if (extension.isEmpty()) {
            return Optional.empty();
        }
        for (DerNode part : extension.get().content().children()) {
            if (part.isContext(2)) {
                try {
                    return Optional.of(DerValues.hex(DerValues.integerContent(part)));
                } catch (DerException e) {
                    return Optional.empty(); // told as a problem of the extension
                }
            }
        }
        return Optional.empty();
    }

    /** Names are compared as RFC 5280 section 7.1 does, roughly: without regard to case and repeated blanks. */
    private static String normal(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ");
    }
}

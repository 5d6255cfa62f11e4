package org.traceweave.certificates.internal.x509;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DecodedCertificate.Extension;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.DerReader;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerTimes;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.model.CertificateProblem;
import org.traceweave.model.UtcTime;

/** Walks the SEQUENCE of RFC 5280 section 4.1 field by field and goes on after each that is damaged. */
public final class CertificateFields {

    private static final int MAX_EXTENSIONS = 200;

    private final byte[] der;
    private final DerNode root;
    private final List<CertificateProblem> problems = new ArrayList<>();
    private final Set<Long> problemOffsets = new HashSet<>();

    private int version = 1;
    private @Nullable DerNode tbs;
    private @Nullable DerNode serialNumber;
    private @Nullable DerNode innerAlgorithm;
    private @Nullable DerNode issuer;
    private @Nullable DerNode notBefore;
    private @Nullable DerNode notAfter;
    private @Nullable DerNode subject;
    private @Nullable DerNode publicKey;
    private @Nullable DerNode outerAlgorithm;
    private @Nullable DerNode signature;
    private final List<Extension> extensions = new ArrayList<>();

    private CertificateFields(byte[] der) {
        this.der = der;
        this.root = DerReader.read(der, 0, Math.min(der.length, CertificateDecoder.MAX_BYTES));
    }

    public static DecodedCertificate decode(byte[] der) {
        return new CertificateFields(der).decode();
    }

    /** A step that may meet damage. */
    private interface Step<T> {
        T run() throws DerException;
    }

    private <T> Optional<T> field(String name, Step<T> step) {
        try {
            return Optional.of(step.run());
        } catch (DerException e) {
            problem(e.offset(), name, e.getMessage());
            return Optional.empty();
        }
    }

    private void problem(int offset, String field, String text) {
        problems.add(new CertificateProblem(offset, field, text));
        problemOffsets.add((long) offset);
    }

    private DecodedCertificate decode() {
        if (der.length > CertificateDecoder.MAX_BYTES) {
            problem(0, "certificate", der.length + " bytes are more than a certificate can have; only the first "
                    + CertificateDecoder.MAX_BYTES + " were read");
        }
        if (root.isSequence()) {
            outer();
        } else {
            problem(0, "certificate", root.problem().orElseGet(() -> "not a certificate: " + ForeignContent.describe(der)));
        }
        Certificate facts = facts();
        return new DecodedCertificate(facts, der, root, OptionalInt.of(version), Optional.ofNullable(tbs),
                Optional.ofNullable(serialNumber), Optional.ofNullable(innerAlgorithm), Optional.ofNullable(issuer),
                Optional.ofNullable(notBefore), Optional.ofNullable(notAfter), Optional.ofNullable(subject),
                Optional.ofNullable(publicKey), Optional.ofNullable(outerAlgorithm), Optional.ofNullable(signature), extensions);
    }

    private void outer() {
        root.problem().ifPresent(text -> problem(0, "certificate", text));
        List<DerNode> parts = root.children();
        if (!parts.isEmpty() && parts.get(0).isSequence()) {
            tbs = parts.get(0);
            signedPart(tbs);
        } else {
            problem(root.contentOffset(), "tbsCertificate", "the signed part is missing");
        }
        if (parts.size() > 1) {
            outerAlgorithm = parts.get(1);
        }
        if (parts.size() > 2) {
            signature = parts.get(2);
            field("signatureValue", () -> DerValues.bits(DerValues.expect(parts.get(2), Asn1Tag.BIT_STRING, "signature")));
        } else {
            problem(root.end(), "signatureValue", "the signature is missing");
        }
        if (root.end() < Math.min(der.length, CertificateDecoder.MAX_BYTES)) {
            problem(root.end(), "certificate", der.length - root.end() + " trailing bytes after the certificate");
        }
    }

    private void signedPart(DerNode node) {
        List<DerNode> parts = node.children();
        int next = 0;
        if (!parts.isEmpty() && parts.get(0).isContext(0)) {
            version = field("version", () -> DerValues.smallInteger(DerValues.child(parts.get(0), 0, "version"))).orElse(0) + 1;
            if (version < 1 || version > 3) {
                problem(parts.get(0).offset(), "version", "version " + version + " does not exist");
            }
            next = 1;
        }
        serialNumber = part(node, next++, "serialNumber");
        innerAlgorithm = part(node, next++, "signature");
        issuer = part(node, next++, "issuer");
        DerNode validity = part(node, next++, "validity");
        if (validity != null) {
            notBefore = part(validity, 0, "notBefore");
            notAfter = part(validity, 1, "notAfter");
        }
        subject = part(node, next++, "subject");
        publicKey = part(node, next++, "subjectPublicKeyInfo");
        for (; next < parts.size(); next++) {
            if (parts.get(next).isContext(3)) {
                extensions(parts.get(next));
            } else if (!parts.get(next).isContext(1) && !parts.get(next).isContext(2)) {
                problem(parts.get(next).offset(), "tbsCertificate", "unexpected " + parts.get(next).tagName());
            }
        }
    }

    private @Nullable DerNode part(DerNode parent, int index, String name) {
        return field(name, () -> DerValues.child(parent, index, name)).orElse(null);
    }

    private void extensions(DerNode wrapper) {
        List<DerNode> list = wrapper.children().isEmpty() ? List.of() : wrapper.children().getFirst().children();
        if (list.isEmpty()) {
            problem(wrapper.offset(), "extensions", "no extension in it");
        }
        for (DerNode node : list) {
            if (extensions.size() == MAX_EXTENSIONS) {
                problem(node.offset(), "extensions", list.size() + " extensions, only " + MAX_EXTENSIONS + " are read");
                return;
            }
            field("extension", () -> extensions.add(extension(node)));
        }
    }

    static Extension extension(DerNode node) throws DerException {
        String oid = DerValues.oid(DerValues.child(node, 0, "extension"));
        DerNode second = DerValues.child(node, 1, "extension value");
        boolean critical = second.isUniversal(Asn1Tag.BOOLEAN) && DerValues.bool(second);
        DerNode value = second.isUniversal(Asn1Tag.BOOLEAN) ? DerValues.child(node, 2, "extension value") : second;
        return new Extension(oid, critical, node, DerValues.expect(value, Asn1Tag.OCTET_STRING, "extension value"));
    }

    private Certificate facts() {
        boolean whole = root.isSequence() && root.problem().isEmpty() && tbs != null && outerAlgorithm != null;
        ExtensionFacts known = new ExtensionFacts();
        known.decode(extensions, this::problem);
        Optional<PublicKeyFacts> key = publicKey == null ? Optional.empty()
                : field("subjectPublicKeyInfo", () -> PublicKeyFacts.read(publicKey, this::problem));
        // The signed one, as OpenSSL shows it; where the outer differs, lint L40 says so.
        DerNode algorithm = innerAlgorithm != null ? innerAlgorithm : outerAlgorithm;
        Optional<AlgorithmName> signed = algorithm == null ? Optional.empty()
                : field("signatureAlgorithm", () -> AlgorithmName.read(algorithm));
        Optional<String> serial = serialNumber == null ? Optional.empty()
                : field("serialNumber", () -> DerValues.hex(DerValues.integer(serialNumber)));
        Optional<String> subjectName = name("subject", subject);
        Optional<String> issuerName = name("issuer", issuer);
        OptionalLong from = time("notBefore", notBefore);
        OptionalLong until = time("notAfter", notAfter);
        for (DerNode damaged : root.damaged()) {
            if (!problemOffsets.contains((long) damaged.offset())) {
                problem(damaged.offset(), "ASN.1", damaged.problem().orElse("damaged"));
            }
        }
        problems.sort(java.util.Comparator.comparingLong(CertificateProblem::offset));
        return new Certificate(
                whole ? Optional.of(digest("SHA-1")) : Optional.empty(), whole ? Optional.of(digest("SHA-256")) : Optional.empty(),
                CertificateOrigin.BYTES, subjectName, issuerName, serial, from, until, signed.map(AlgorithmName::name),
                signed.flatMap(AlgorithmName::hash), key.map(PublicKeyFacts::algorithm),
                key.map(PublicKeyFacts::bits).orElse(OptionalInt.empty()), key.flatMap(PublicKeyFacts::curve),
                known.subjectAltNames, known.keyUsage, known.extendedKeyUsage, known.isCa, known.pathLength, known.subjectKeyId,
                known.authorityKeyId, known.crlUrls, known.ocspUrls, known.issuerUrls, known.extensions, problems, List.of(), 0, List.of());
    }

    private Optional<String> name(String field, @Nullable DerNode node) {
        return node == null ? Optional.empty() : field(field, () -> DistinguishedName.rfc4514(node));
    }

    private OptionalLong time(String field, @Nullable DerNode node) {
        if (node == null) {
            return OptionalLong.empty();
        }
        Optional<Instant> time = field(field, () -> DerTimes.time(node));
        return time.isPresent() ? OptionalLong.of(UtcTime.of(time.get())) : OptionalLong.empty();
    }

    private String digest(String algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(der, root.offset(), root.totalLength());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}

package org.traceweave.certificates.internal.x509;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DecodedCertificate.Extension;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.model.CertificateExtension;

/** The fields of a certificate that come from its extensions, and the text of each extension. */
final class ExtensionFacts {

    static final List<String> KEY_USAGES = List.of("digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment",
            "keyAgreement", "keyCertSign", "cRLSign", "encipherOnly", "decipherOnly");

    List<String> subjectAltNames = new ArrayList<>();
    List<String> keyUsage = List.of();
    List<String> extendedKeyUsage = List.of();
    Optional<Boolean> isCa = Optional.empty();
    OptionalInt pathLength = OptionalInt.empty();
    Optional<String> subjectKeyId = Optional.empty();
    Optional<String> authorityKeyId = Optional.empty();
    final List<String> crlUrls = new ArrayList<>();
    final List<String> ocspUrls = new ArrayList<>();
    final List<String> issuerUrls = new ArrayList<>();
    final List<CertificateExtension> extensions = new ArrayList<>();

    /** Decodes all; where an OID is repeated, its first appearance gives the fields. */
    void decode(List<Extension> all, ProblemSink problems) {
        Set<String> met = new HashSet<>();
        for (Extension extension : all) {
            String name = Oids.object(extension.oid()).orElse(extension.oid());
            String text;
            try {
                DerNode content = intact(extension);
                if (met.add(extension.oid())) {
                    fields(extension.oid(), content);
                }
                text = ExtensionTexts.text(extension.oid(), content);
            } catch (DerException e) {
                problems.problem(e.offset(), name, e.getMessage());
                text = "undecodable (" + e.getMessage() + "): " + DerValues.hex(extension.value(), 1024);
            }
            extensions.add(new CertificateExtension(extension.oid(), name, extension.critical(), text));
        }
    }

    private static DerNode intact(Extension extension) throws DerException {
        DerNode content = extension.content();
        if (!extension.value().constructed() && extension.value().contentLength() == 0) {
            throw new DerException(extension.value().offset(), "empty value");
        }
        for (DerNode damaged : content.damaged()) {
            throw new DerException(damaged.offset(), damaged.problem().orElse("damaged"));
        }
        return content;
    }

    private void fields(String oid, DerNode content) throws DerException {
        switch (oid) {
            case "2.5.29.14" -> subjectKeyId = Optional.of(DerValues.hex(
                    DerValues.expect(content, Asn1Tag.OCTET_STRING, "key identifier")));
            case "2.5.29.15" -> keyUsage = DerValues.namedBits(DerValues.expect(content, Asn1Tag.BIT_STRING, "key usage"), KEY_USAGES)
                    .stream().filter(KEY_USAGES::contains).toList();
            case "2.5.29.17" -> altNames(content);
            case "2.5.29.19" -> basicConstraints(content);
            case "2.5.29.31" -> crlUrls.addAll(uris(content));
            case "2.5.29.35" -> authorityKeyId(content);
            case "2.5.29.37" -> usages(content);
            case "1.3.6.1.5.5.7.1.1" -> accessUrls(content);
            default -> {
                // No field of the Certificate object comes from the others.
            }
        }
    }

    private void altNames(DerNode content) throws DerException {
        DerValues.sequence(content, "names");
        DerException bad = null;
        for (DerNode name : content.children()) {
            try {
                subjectAltNames.add(GeneralName.text(name));
            } catch (DerException e) {
                bad = e; // the good names are kept
            }
        }
        if (bad != null) {
            throw bad;
        }
    }

    private void basicConstraints(DerNode content) throws DerException {
        DerValues.sequence(content, "basic constraints");
        isCa = Optional.of(false);
        for (DerNode part : content.children()) {
            if (part.isUniversal(Asn1Tag.BOOLEAN)) {
                isCa = Optional.of(DerValues.bool(part));
            } else {
                pathLength = OptionalInt.of(DerValues.smallInteger(DerValues.expect(part, Asn1Tag.INTEGER, "path length")));
            }
        }
    }

    private void authorityKeyId(DerNode content) throws DerException {
        for (DerNode part : DerValues.sequence(content, "authority key identifier").children()) {
            if (part.isContext(0)) {
                authorityKeyId = Optional.of(DerValues.hex(part));
            }
        }
    }

    private void usages(DerNode content) throws DerException {
        List<String> usages = new ArrayList<>();
        for (DerNode usage : DerValues.sequence(content, "extended key usage").children()) {
            usages.add(DerValues.oid(usage));
        }
        extendedKeyUsage = usages;
    }

    private void accessUrls(DerNode content) throws DerException {
        for (DerNode access : DerValues.sequence(content, "authority information access").children()) {
            String method = DerValues.oid(DerValues.child(access, 0, "access method"));
            DerNode location = DerValues.child(access, 1, "access location");
            if (location.isContext(GeneralName.URI)) {
                if (method.equals("1.3.6.1.5.5.7.48.1")) {
                    ocspUrls.add(uri(location));
                } else if (method.equals("1.3.6.1.5.5.7.48.2")) {
                    issuerUrls.add(uri(location));
                }
            }
        }
    }

    /** The URIs among the full names of distribution points. */
    static List<String> uris(DerNode points) throws DerException {
        List<String> uris = new ArrayList<>();
        for (DerNode point : DerValues.sequence(points, "distribution points").children()) {
            for (DerNode part : point.children()) {
                if (part.isContext(0) && !part.children().isEmpty() && part.children().getFirst().isContext(0)) {
                    for (DerNode name : part.children().getFirst().children()) {
                        if (name.isContext(GeneralName.URI)) {
                            uris.add(uri(name));
                        }
                    }
                }
            }
        }
        return uris;
    }

    private static String uri(DerNode name) throws DerException {
        return GeneralName.text(name).substring("URI:".length());
    }
}

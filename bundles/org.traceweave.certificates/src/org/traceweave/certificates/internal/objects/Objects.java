package org.traceweave.certificates.internal.objects;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.DecodedObject.Kind;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.DerReader;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.x509.PublicKeyFacts;

/** Gives an object to the decoder for its shape. */
public final class Objects {

    /** PKCS#12 files and CMS messages with many certificates are larger than a certificate. */
    private static final int MAX_BYTES = 16 << 20;

    private Objects() {
    }

    public static Optional<DecodedObject> decode(byte[] der, Optional<char[]> password) {
        if (der.length < 8 || der.length > MAX_BYTES) {
            return Optional.empty();
        }
        DerNode root = DerReader.read(der, 0, der.length);
        return switch (Shape.of(Shape.open(der, 0, der.length))) {
            case CRL -> Optional.of(RevocationLists.decode(root));
            case REQUEST -> Optional.of(Requests.decode(root));
            case CMS -> Optional.of(CmsMessages.decode(root));
            case PKCS12 -> Optional.of(Pkcs12Files.decode(root, password));
            case OCSP_RESPONSE -> Optional.of(OcspResponses.decode(root));
            case TIME_STAMP -> Optional.of(TimeStamps.response(root));
            case PUBLIC_KEY -> Optional.of(publicKey(root));
            default -> Optional.empty();
        };
    }

    private static DecodedObject publicKey(DerNode root) {
        Draft draft = new Draft();
        draft.head(0, "Public Key");
        key(draft, 1, root);
        return draft.done(Kind.PUBLIC_KEY, root);
    }

    static void key(Draft draft, int depth, DerNode key) {
        Optional<PublicKeyFacts> facts = PublicKeyFacts.read(key);
        if (facts.isEmpty()) {
            draft.line(depth, "Public Key", "(undecodable)");
            draft.problem(key.offset(), "subjectPublicKeyInfo", "the key cannot be read");
            return;
        }
        String bits = facts.get().bits().isPresent() ? ", " + facts.get().bits().getAsInt() + " bit" : "";
        draft.line(depth, "Public Key", facts.get().algorithm() + bits + facts.get().curve().map(curve -> ", " + curve).orElse(""));
    }

    /** The first element inside a wrapper such as {@code [0]}. */
    static DerNode inner(DerNode wrapper) throws DerException {
        return DerValues.child(wrapper, 0, "value");
    }

    /** The element inside an OCTET STRING, also where BER cut that into pieces. */
    static DerNode inOctets(DerNode octets) throws DerException {
        if (octets.constructed()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (DerNode piece : octets.children()) {
                all.write(piece.source(), piece.contentOffset(), piece.contentLength());
            }
            return DerReader.read(all.toByteArray());
        }
        if (!octets.isUniversal(Asn1Tag.OCTET_STRING) && octets.tagClass() == DerNode.UNIVERSAL) {
            throw new DerException(octets.offset(), "OCTET STRING expected, " + octets.tagName() + " found");
        }
        return DerReader.readInside(octets, 0);
    }

    static boolean isCertificate(DerNode node) {
        return node.problem().isEmpty() && node.totalLength() <= CertificateDecoder.MAX_BYTES
                && Shape.of(Shape.open(node.source(), node.offset(), node.end())) == Shape.CERTIFICATE;
    }
}

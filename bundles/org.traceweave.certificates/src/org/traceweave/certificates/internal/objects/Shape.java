package org.traceweave.certificates.internal.objects;

import java.util.List;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.DerReader;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;

/** What a DER object is, told by the types of its outer elements alone (reference section B.4). */
public enum Shape {
    CERTIFICATE("a certificate"),
    CRL("a revocation list"),
    REQUEST("a certificate request"),
    CMS("a CMS message"),
    PKCS12("a PKCS#12 file"),
    OCSP_RESPONSE("an OCSP response"),
    TIME_STAMP("a time stamp"),
    PRIVATE_KEY("a private key"),
    ENCRYPTED_PRIVATE_KEY("an encrypted private key"),
    PUBLIC_KEY("a public key"),
    OTHER("something else");

    /** Deep enough to see the algorithm of a key in a certificate. */
    private static final int DEPTH = 4;

    private final String words;

    Shape(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The tree that {@link #of} needs; deeper elements stay closed. */
    public static DerNode open(byte[] bytes, int from, int to) {
        return DerReader.readTo(bytes, from, to, DEPTH);
    }

    public static Shape of(DerNode root) {
        if (!root.isSequence() || root.children().isEmpty()) {
            return OTHER;
        }
        List<DerNode> parts = root.children();
        DerNode first = parts.getFirst();
        if (first.isSequence()) {
            return signed(parts, first);
        }
        if (first.isUniversal(Asn1Tag.OBJECT_IDENTIFIER)) {
            boolean message = oidStarts(first, "1.2.840.113549.1.7.") || oidStarts(first, "1.2.840.113549.1.9.16.1.");
            return parts.size() > 1 && parts.get(1).isContext(0) && message ? CMS : OTHER;
        }
        if (first.isUniversal(Asn1Tag.ENUMERATED)) {
            return parts.size() == 1 || parts.get(1).isContext(0) ? OCSP_RESPONSE : OTHER;
        }
        return first.isUniversal(Asn1Tag.INTEGER) ? numbered(parts, first) : OTHER;
    }

    private static Shape numbered(List<DerNode> parts, DerNode number) {
        int version = number.contentLength() == 1 ? number.contentByte(0) : -1;
        if (parts.size() < 2) {
            return OTHER;
        }
        if (version == 3 && parts.get(1).isSequence() && startsWithOid(parts.get(1), "1.2.840.113549.1.7.")) {
            return PKCS12;
        }
        boolean pkcs8 = (version == 0 || version == 1) && parts.size() >= 3 && parts.get(1).isSequence() && startsWithOid(parts.get(1), "")
                && parts.get(2).isUniversal(Asn1Tag.OCTET_STRING);
        boolean rsa = (version == 0 || version == 1) && parts.size() >= 9 && parts.stream().limit(9).allMatch(part -> part.isUniversal(Asn1Tag.INTEGER));
        boolean dsa = version == 0 && parts.size() == 6 && parts.stream().allMatch(part -> part.isUniversal(Asn1Tag.INTEGER));
        boolean ec = version == 1 && parts.size() >= 3 && parts.get(1).isUniversal(Asn1Tag.OCTET_STRING)
                && parts.get(2).isContext(0);
        return pkcs8 || rsa || dsa || ec ? PRIVATE_KEY : OTHER;
    }

    private static Shape signed(List<DerNode> parts, DerNode first) {
        if (timeStampResponse(parts, first)) {
            return TIME_STAMP;
        }
        if (parts.size() == 2) {
            if (startsWithOid(first, "") && parts.get(1).isUniversal(Asn1Tag.BIT_STRING)) {
                return PUBLIC_KEY;
            }
            // as PKCS#8 has it, and as Java's own keystores do
            return (startsWithOid(first, "1.2.840.113549.1.") || startsWithOid(first, "1.3.6.1.4.1.42.2.17.1.")) && parts.get(1).isUniversal(Asn1Tag.OCTET_STRING) ? ENCRYPTED_PRIVATE_KEY : OTHER;
        }
        if (parts.size() < 3 || !startsWithOid(parts.get(1), "") || !parts.get(2).isUniversal(Asn1Tag.BIT_STRING)) {
            return OTHER;
        }
        if (certificateBody(first.children())) {
            return CERTIFICATE;
        }
        return requestBody(first.children()) ? REQUEST : crlBody(first.children()) ? CRL : OTHER;
    }

    /** A status, alone or with the token it grants. */
    private static boolean timeStampResponse(List<DerNode> parts, DerNode status) {
        boolean number = !status.children().isEmpty() && status.children().getFirst().isUniversal(Asn1Tag.INTEGER) && status.children().size() <= 3
                && status.children().stream().skip(1).allMatch(part -> part.isSequence() || part.isUniversal(Asn1Tag.BIT_STRING));
        return number && (parts.size() == 1 || parts.size() == 2 && parts.get(1).isSequence() && startsWithOid(parts.get(1), "1.2.840.113549.1.7.2"));
    }

    /** Whether the elements are those of a TBSCertificate; also used on one that is cut, as far as it reaches. */
    public static boolean certificateBody(List<DerNode> parts) {
        int at = !parts.isEmpty() && parts.getFirst().isContext(0) ? 1 : 0;
        return parts.size() >= at + 6 && parts.get(at).isUniversal(Asn1Tag.INTEGER) && startsWithOid(parts.get(at + 1), "")
                && parts.get(at + 2).isSequence() && times(parts.get(at + 3)) && parts.get(at + 4).isSequence()
                && keyInfo(parts.get(at + 5));
    }

    private static boolean times(DerNode validity) {
        return validity.isSequence() && validity.children().size() == 2 && validity.children().stream()
                .allMatch(time -> time.isUniversal(Asn1Tag.UTC_TIME) || time.isUniversal(Asn1Tag.GENERALIZED_TIME));
    }

    private static boolean keyInfo(DerNode key) {
        return key.isSequence() && key.children().size() == 2 && startsWithOid(key.children().getFirst(), "")
                && key.children().get(1).isUniversal(Asn1Tag.BIT_STRING);
    }

    private static boolean requestBody(List<DerNode> parts) {
        return parts.size() >= 3 && parts.get(0).isUniversal(Asn1Tag.INTEGER) && parts.get(1).isSequence() && keyInfo(parts.get(2));
    }

    private static boolean crlBody(List<DerNode> parts) {
        int at = !parts.isEmpty() && parts.getFirst().isUniversal(Asn1Tag.INTEGER) ? 1 : 0;
        return parts.size() >= at + 3 && startsWithOid(parts.get(at), "") && parts.get(at + 1).isSequence()
                && (parts.get(at + 2).isUniversal(Asn1Tag.UTC_TIME) || parts.get(at + 2).isUniversal(Asn1Tag.GENERALIZED_TIME));
    }

    private static boolean startsWithOid(DerNode sequence, String prefix) {
        return sequence.isSequence() && !sequence.children().isEmpty()
                && sequence.children().getFirst().isUniversal(Asn1Tag.OBJECT_IDENTIFIER) && oidStarts(sequence.children().getFirst(), prefix);
    }

    private static boolean oidStarts(DerNode oid, String prefix) {
        try {
            return DerValues.oid(oid).startsWith(prefix);
        } catch (DerException e) {
            return prefix.isEmpty(); // still an OBJECT IDENTIFIER by its tag; the decoder says what is wrong with it
        }
    }
}

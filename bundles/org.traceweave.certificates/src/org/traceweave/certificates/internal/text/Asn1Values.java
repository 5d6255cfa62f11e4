package org.traceweave.certificates.internal.text;

import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.DerReader;
import org.traceweave.certificates.internal.x509.TypedText;

/** The value of an ASN.1 element in words, and the element that a string wraps. */
public final class Asn1Values {

    private Asn1Values() {
    }

    /** The value of a primitive element. */
    public static String value(DerNode node) {
        return TypedText.value(node);
    }

    /** The element that a primitive OCTET STRING or BIT STRING holds, if its content is exactly one and undamaged. */
    public static @Nullable DerNode wrapped(DerNode node) {
        if (node.constructed() || node.contentLength() < 2) {
            return null;
        }
        int skip = node.isUniversal(Asn1Tag.BIT_STRING) ? 1 : 0;
        boolean string = node.isUniversal(Asn1Tag.OCTET_STRING) || node.isUniversal(Asn1Tag.BIT_STRING) && node.contentByte(0) == 0;
        if (!string || node.contentLength() - skip < 2) {
            return null;
        }
        int first = node.contentByte(skip);
        boolean likely = first == 0x30 || first == 0x31 || first == 0x04 || first == 0x03 || first == 0x0c || first == 0x13 || first == 0x16
                || first == 0x02 || first == 0x1e;
        if (!likely) {
            return null;
        }
        DerNode inner = DerReader.readInside(node, skip);
        return inner.end() == node.contentOffset() + node.contentLength() && inner.damaged().isEmpty() ? inner : null;
    }
}

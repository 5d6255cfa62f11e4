package org.traceweave.certificates.internal.text;

import java.util.Locale;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.DerReader;
import org.traceweave.certificates.internal.x509.TypedText;

/** An ASN.1 tree as lines: offset, depth, header and content length, tag, value. Strings that wrap an element are opened. */
public final class Asn1Dump {

    private static final int MAX_CHARS = 8 << 20;

    private final StringBuilder text = new StringBuilder();

    private Asn1Dump() {
    }

    public static String text(DerNode root) {
        Asn1Dump dump = new Asn1Dump();
        dump.node(root, 0, false);
        return dump.text.toString();
    }

    private void node(DerNode node, int depth, boolean inside) {
        if (text.length() > MAX_CHARS) {
            return;
        }
        text.append(String.format(Locale.ROOT, "%6d:d=%-2d hl=%d l=%s ", node.offset(), depth, node.headerLength(),
                node.indefinite() ? "inf  " : String.format(Locale.ROOT, "%5d", node.contentLength())));
        text.append(node.constructed() ? "cons: " : "prim: ").append(" ".repeat(Math.min(depth, 40)));
        text.append(inside ? "> " : "").append(node.tagName());
        DerNode wrapped = wrapped(node);
        if (!node.constructed() && wrapped == null) {
            String value = TypedText.value(node);
            text.append(value.isEmpty() || value.equals(node.tagName()) ? "" : " : " + value);
        }
        node.problem().ifPresent(problem -> text.append("  !! ").append(problem));
        text.append(node.minimalLength() || node.indefinite() ? "" : "  (length not minimal)").append('\n');
        if (wrapped != null) {
            node(wrapped, depth + 1, true);
        }
        for (DerNode child : node.children()) {
            node(child, depth + 1, false);
        }
    }

    /** The element that a primitive OCTET STRING or BIT STRING holds, if its content is exactly one and undamaged. */
    private static @org.jspecify.annotations.Nullable DerNode wrapped(DerNode node) {
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

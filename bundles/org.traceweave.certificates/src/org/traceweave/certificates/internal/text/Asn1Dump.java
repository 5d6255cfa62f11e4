package org.traceweave.certificates.internal.text;

import java.util.Locale;
import org.traceweave.certificates.DerNode;

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
        DerNode wrapped = Asn1Values.wrapped(node);
        if (!node.constructed() && wrapped == null) {
            String value = Asn1Values.value(node);
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
}

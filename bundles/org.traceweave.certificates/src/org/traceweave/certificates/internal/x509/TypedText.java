package org.traceweave.certificates.internal.x509;

import java.util.stream.Collectors;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerTimes;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.der.Printable;

/** Any ASN.1 element as one line of text by its type alone, for values whose meaning is not known. */
public final class TypedText {

    private static final int HEX_LIMIT = 1024;

    private TypedText() {
    }

    /** The whole element, with nested ones in braces. */
    public static String text(DerNode node) {
        StringBuilder text = new StringBuilder();
        append(text, node);
        return text.length() > 16_384 ? text.substring(0, 16_384) + "…" : text.toString();
    }

    private static void append(StringBuilder text, DerNode node) {
        if (text.length() > 16_384) {
            return;
        }
        if (node.constructed()) {
            text.append(node.tagName()).append(" {");
            String separator = " ";
            for (DerNode child : node.children()) {
                text.append(separator);
                append(text, child);
                separator = ", ";
            }
            text.append(" }");
        } else {
            text.append(value(node));
        }
    }

    /** The value of a primitive; hex where its type tells nothing, or the bytes do not fit it. */
    public static String value(DerNode node) {
        try {
            if (node.tagClass() != DerNode.UNIVERSAL) {
                return node.tagName() + " " + readableOrHex(node);
            }
            return switch (node.tagNumber()) {
                case Asn1Tag.BOOLEAN -> DerValues.bool(node) ? "TRUE" : "FALSE";
                case Asn1Tag.INTEGER, Asn1Tag.ENUMERATED -> node.contentLength() > 2048 ? DerValues.hex(node, HEX_LIMIT)
                        : node.contentLength() > 8 ? DerValues.hex(DerValues.integerContent(node)) : DerValues.integerContent(node).toString();
                case Asn1Tag.OBJECT_IDENTIFIER -> Oids.explained(DerValues.oid(node));
                case Asn1Tag.NULL -> "NULL";
                case Asn1Tag.UTC_TIME, Asn1Tag.GENERALIZED_TIME -> DerTimes.time(node).toString();
                case Asn1Tag.OCTET_STRING, Asn1Tag.BIT_STRING -> DerValues.hex(node, HEX_LIMIT);
                default -> DerValues.isString(node) ? Printable.text(DerValues.string(node)) : node.tagName() + " "
                        + DerValues.hex(node, HEX_LIMIT);
            };
        } catch (DerException e) {
            return node.tagName() + " " + DerValues.hex(node, HEX_LIMIT) + " (" + e.getMessage() + ")";
        }
    }

    private static String readableOrHex(DerNode node) {
        boolean readable = node.contentLength() > 2;
        for (int i = 0; readable && i < node.contentLength(); i++) {
            readable = node.contentByte(i) >= ' ' && node.contentByte(i) < 0x7f;
        }
        return readable ? Printable.text(DerValues.latin1(node)) : DerValues.hex(node, HEX_LIMIT);
    }

    /** The children as text, joined by commas. */
    static String list(DerNode node) {
        return node.children().stream().map(TypedText::text).collect(Collectors.joining(", "));
    }
}

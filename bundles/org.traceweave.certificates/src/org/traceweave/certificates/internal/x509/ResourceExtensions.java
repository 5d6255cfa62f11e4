package org.traceweave.certificates.internal.x509;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.der.Printable;

/** Texts of extensions about what a certificate's holder has a right to: Internet addresses and routes (RFC 3779), proxies, telephone numbers; and of logotypes. */
final class ResourceExtensions {

    private static final int IPV4 = 1;

    private ResourceExtensions() {
    }

    static void register(Map<String, ExtensionTexts.Decoder> decoders) {
        decoders.put("1.3.6.1.5.5.7.1.7", ResourceExtensions::addresses);
        decoders.put("1.3.6.1.5.5.7.1.28", ResourceExtensions::addresses);
        decoders.put("1.3.6.1.5.5.7.1.8", ResourceExtensions::systems);
        decoders.put("1.3.6.1.5.5.7.1.29", ResourceExtensions::systems);
        decoders.put("1.3.6.1.5.5.7.1.12", ResourceExtensions::logotypes);
        decoders.put("1.3.6.1.5.5.7.1.14", ResourceExtensions::proxy);
        decoders.put("1.3.6.1.5.5.7.1.26", ResourceExtensions::telephone);
        decoders.put("2.5.29.74", content -> "signature of " + Math.max(0, DerValues.expect(content, Asn1Tag.BIT_STRING, "signature").contentLength() - 1) + " bytes");
    }

    private static String addresses(DerNode content) throws DerException {
        List<String> families = new ArrayList<>();
        for (DerNode family : DerValues.sequence(content, "address blocks").children()) {
            DerNode number = DerValues.expect(DerValues.child(family, 0, "address family"), Asn1Tag.OCTET_STRING, "address family");
            int kind = number.contentLength() < 2 ? 0 : number.contentByte(0) << 8 | number.contentByte(1);
            DerNode choice = DerValues.child(family, 1, "addresses");
            List<String> blocks = new ArrayList<>();
            for (DerNode block : choice.children()) {
                blocks.add(block.isSequence() ? bound(DerValues.child(block, 0, "lowest address"), kind, 0) + " to " + bound(DerValues.child(block, 1, "highest address"), kind, 0xff)
                        : prefix(block, kind));
            }
            families.add((kind == IPV4 ? "IPv4 " : kind == 2 ? "IPv6 " : "family " + kind + " ") + (choice.isUniversal(Asn1Tag.NULL) ? "as its issuer" : String.join(", ", blocks)));
        }
        return String.join("; ", families);
    }

    private static String prefix(DerNode bits, int kind) throws DerException {
        DerValues.expect(bits, Asn1Tag.BIT_STRING, "address prefix");
        int unused = bits.contentLength() == 0 ? 0 : bits.contentByte(0);
        return bound(bits, kind, 0) + "/" + Math.max(0, (bits.contentLength() - 1) * 8 - unused);
    }

    /** The address whose first bits are given; the others are those of {@code fill}. */
    private static String bound(DerNode bits, int kind, int fill) throws DerException {
        byte[] given = DerValues.bits(DerValues.expect(bits, Asn1Tag.BIT_STRING, "address"));
        int unused = bits.contentByte(0);
        int[] address = new int[kind == IPV4 ? 4 : 16];
        for (int i = 0; i < address.length; i++) {
            int value = i < given.length ? given[i] & 0xff : fill;
            address[i] = i == given.length - 1 && fill != 0 ? value | (1 << unused) - 1 : value;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < address.length; i += kind == IPV4 ? 1 : 2) {
            text.append(i == 0 ? "" : kind == IPV4 ? "." : ":").append(kind == IPV4 ? Integer.toString(address[i]) : Integer.toHexString(address[i] << 8 | address[i + 1]));
        }
        return text.toString();
    }

    private static String systems(DerNode content) throws DerException {
        List<String> parts = new ArrayList<>();
        for (DerNode part : DerValues.sequence(content, "autonomous systems").children()) {
            DerNode choice = DerValues.child(part, 0, "autonomous systems");
            List<String> numbers = new ArrayList<>();
            for (DerNode number : choice.children()) {
                numbers.add(number.isSequence() ? DerValues.integer(DerValues.child(number, 0, "lowest")) + " to " + DerValues.integer(DerValues.child(number, 1, "highest"))
                        : DerValues.integer(number).toString());
            }
            parts.add((part.isContext(0) ? "AS " : "routing domain ") + (choice.isUniversal(Asn1Tag.NULL) ? "as its issuer" : String.join(", ", numbers)));
        }
        return String.join("; ", parts);
    }

    private static String logotypes(DerNode content) throws DerException {
        List<String> addresses = new ArrayList<>();
        DerValues.sequence(content, "logotype").forEach(node -> {
            if (node.isUniversal(Asn1Tag.IA5_STRING) && DerValues.latin1(node).contains(":")) {
                addresses.add(Printable.text(DerValues.latin1(node)));
            }
        });
        return addresses.isEmpty() ? TypedText.text(content) : "images at " + String.join(", ", addresses);
    }

    private static String proxy(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode part : DerValues.sequence(content, "proxy").children()) {
            if (part.isUniversal(Asn1Tag.INTEGER)) {
                texts.add("at most " + DerValues.integer(part) + " further proxies");
            } else {
                texts.add("policy " + Oids.explained(DerValues.oid(DerValues.child(part, 0, "policy language"))));
            }
        }
        return String.join(", ", texts);
    }

    private static String telephone(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode entry : DerValues.sequence(content, "telephone numbers").children()) {
            DerNode value = entry.constructed() ? DerValues.child(entry, 0, "telephone number") : entry;
            texts.add(switch (entry.tagNumber()) {
                case 0 -> "service provider " + Printable.text(DerValues.latin1(value));
                case 1 -> "range " + TypedText.list(entry);
                case 2 -> "number " + Printable.text(DerValues.latin1(value));
                default -> TypedText.text(entry);
            });
        }
        return String.join(", ", texts);
    }
}

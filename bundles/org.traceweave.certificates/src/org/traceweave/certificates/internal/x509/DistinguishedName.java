package org.traceweave.certificates.internal.x509;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;

/** Names of subjects and issuers in the text form of RFC 4514: most specific first, special characters escaped. */
public final class DistinguishedName {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private DistinguishedName() {
    }

    /** The name in {@code node}, a SEQUENCE of SETs; the empty text for an empty name. */
    public static String rfc4514(DerNode node) throws DerException {
        DerValues.intact(DerValues.sequence(node, "name"), "name");
        List<DerNode> parts = node.children();
        StringBuilder text = new StringBuilder(64);
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (!text.isEmpty() && !parts.get(i).children().isEmpty()) {
                text.append(',');
            }
            relative(text, parts.get(i));
        }
        return text.toString();
    }

    /** One relative name: a SET of attributes, joined by {@code +} and, like the whole name, last first. */
    static void relative(StringBuilder text, DerNode set) throws DerException {
        if (!set.constructed()) {
            throw new DerException(set.offset(), "name part: SET expected, " + set.tagName() + " found");
        }
        List<DerNode> attributes = set.children();
        for (int i = attributes.size() - 1; i >= 0; i--) {
            DerNode attribute = attributes.get(i);
            if (i < attributes.size() - 1) {
                text.append('+');
            }
            String oid = DerValues.oid(DerValues.child(attribute, 0, "attribute type"));
            DerNode value = DerValues.child(attribute, 1, "attribute value");
            Optional<String> name = Oids.attribute(oid);
            text.append(name.orElse(oid)).append('=');
            if (name.isPresent() && DerValues.isString(value)) {
                escape(text, DerValues.string(value));
            } else {
                text.append('#').append(HEX.formatHex(value.source(), value.offset(), value.end()));
            }
        }
    }

    /** The values of one attribute, most specific last as encoded, such as all common names. */
    public static List<String> values(DerNode name, String oid) {
        List<String> values = new java.util.ArrayList<>();
        for (DerNode set : name.children()) {
            for (DerNode attribute : set.children()) {
                try {
                    if (attribute.children().size() == 2 && oid.equals(DerValues.oid(attribute.children().get(0)))) {
                        values.add(DerValues.string(attribute.children().get(1)));
                    }
                } catch (DerException e) {
                    continue; // told as a problem of the name where that is decoded
                }
            }
        }
        return values;
    }

    private static void escape(StringBuilder text, String value) {
        int last = value.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '+' || c == ',' || c == ';' || c == '<' || c == '>' || c == '\\'
                    || c == ' ' && (i == 0 || i == last) || c == '#' && i == 0) {
                text.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                text.append('\\').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else if (c >= 0x80 && c < 0xa0 || c >= '\u202a' && c <= '\u202e' || c == '\u2028' || c == '\u2029') {
                for (byte octet : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    text.append('\\').append(String.format(Locale.ROOT, "%02X", octet));
                }
            } else {
                text.append(c);
            }
        }
    }
}

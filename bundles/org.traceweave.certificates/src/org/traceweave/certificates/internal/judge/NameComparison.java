package org.traceweave.certificates.internal.judge;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;

/** Distinguished names as RFC 5280 section 7.1 compares them: string types, case and repeated blanks do not matter. */
final class NameComparison {

    private NameComparison() {
    }

    /** One text for each relative name, equal for equal names. */
    static List<String> key(DerNode name) {
        List<String> key = new ArrayList<>();
        for (DerNode relative : name.children()) {
            List<String> attributes = new ArrayList<>();
            for (DerNode attribute : relative.children()) {
                attributes.add(attribute(attribute));
            }
            attributes.sort(null);
            key.add(String.join("\u0000", attributes));
        }
        return key;
    }

    /** Whether {@code name} lies in the subtree that begins at {@code base}. */
    static boolean within(DerNode name, DerNode base) {
        List<String> own = key(name);
        List<String> above = key(base);
        return above.size() <= own.size() && own.subList(0, above.size()).equals(above);
    }

    private static String attribute(DerNode attribute) {
        if (attribute.children().size() == 2 && DerValues.isString(attribute.children().get(1))) {
            try {
                String value = DerValues.string(attribute.children().get(1));
                return DerValues.oid(attribute.children().getFirst()) + "=" + value.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            } catch (DerException e) {
                return hex(attribute); // compared as bytes, as damaged names can only be equal to themselves
            }
        }
        return hex(attribute);
    }

    private static String hex(DerNode node) {
        return "#" + HexFormat.of().formatHex(node.source(), node.offset(), node.end());
    }
}

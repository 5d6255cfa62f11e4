package org.traceweave.certificates.internal.objects;

import java.util.List;
import java.util.stream.Collectors;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.DecodedObject.Kind;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerTimes;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.x509.ExtensionList;

/** Certificate revocation lists (RFC 5280 section 5). */
final class RevocationLists {

    private static final int MOST_ENTRIES = 1000;

    private RevocationLists() {
    }

    static DecodedObject decode(DerNode root) {
        Draft draft = new Draft();
        draft.head(0, "Certificate Revocation List");
        List<DerNode> parts = root.children().getFirst().children();
        int at = parts.getFirst().isUniversal(Asn1Tag.INTEGER) ? 1 : 0;
        draft.field(1, "Version", () -> at == 0 ? "1" : Integer.toString(DerValues.smallInteger(parts.getFirst()) + 1));
        draft.algorithm(1, "Signature Algorithm", parts.get(at));
        draft.name(1, "Issuer", parts.get(at + 1));
        draft.time(1, "This Update", parts.get(at + 2));
        int next = at + 3;
        if (next < parts.size() && isTime(parts.get(next))) {
            draft.time(1, "Next Update", parts.get(next++));
        } else {
            draft.line(1, "Next Update", "none");
        }
        DerNode revoked = next < parts.size() && parts.get(next).isSequence() ? parts.get(next++) : null;
        for (; next < parts.size(); next++) {
            if (parts.get(next).isContext(0) && !parts.get(next).children().isEmpty()) {
                draft.head(1, "Extensions");
                draft.extensions(2, parts.get(next).children().getFirst());
            } else {
                draft.problem(parts.get(next).offset(), "tbsCertList", "unexpected " + parts.get(next).tagName());
            }
        }
        draft.line(1, "Revoked Certificates", Integer.toString(revoked == null ? 0 : revoked.children().size()));
        if (revoked != null) {
            revoked.children().stream().limit(MOST_ENTRIES).forEach(entry -> entry(draft, entry));
            if (revoked.children().size() > MOST_ENTRIES) {
                draft.line(2, "and", revoked.children().size() - MOST_ENTRIES + " more");
            }
        }
        return draft.done(Kind.CRL, root);
    }

    private static void entry(Draft draft, DerNode entry) {
        draft.field(2, "Serial", () -> {
            String serial = DerValues.hex(DerValues.integer(DerValues.child(entry, 0, "serial number")));
            String text = serial + ", revoked " + DerTimes.time(DerValues.child(entry, 1, "revocation date"));
            String extensions = entry.children().size() < 3 ? "" : ExtensionList.of(entry.children().get(2), draft::problem).stream()
                    .map(extension -> extension.name() + " " + extension.text()).collect(Collectors.joining(", "));
            return extensions.isEmpty() ? text : text + ", " + extensions;
        });
    }

    private static boolean isTime(DerNode node) {
        return node.isUniversal(Asn1Tag.UTC_TIME) || node.isUniversal(Asn1Tag.GENERALIZED_TIME);
    }
}

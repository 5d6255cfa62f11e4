package org.traceweave.certificates.internal.objects;

import java.util.List;
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.DecodedObject.Kind;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.x509.Oids;
import org.traceweave.certificates.internal.x509.TypedText;

/** Certificate requests (PKCS#10, RFC 2986), with the attributes that Windows adds (MS-WCCE 2.2.2.7). */
final class Requests {

    private static final String EXTENSION_REQUEST = "1.2.840.113549.1.9.14";
    private static final String MS_EXTENSIONS = "1.3.6.1.4.1.311.2.1.14";
    private static final String CHALLENGE_PASSWORD = "1.2.840.113549.1.9.7";

    private Requests() {
    }

    static DecodedObject decode(DerNode root) {
        Draft draft = new Draft();
        draft.head(0, "Certificate Request");
        List<DerNode> parts = root.children().getFirst().children();
        draft.field(1, "Version", () -> Integer.toString(DerValues.smallInteger(parts.getFirst()) + 1));
        draft.name(1, "Subject", parts.get(1));
        Objects.key(draft, 1, parts.get(2));
        for (DerNode part : parts.subList(3, parts.size())) {
            if (part.isContext(0)) {
                part.children().forEach(attribute -> attribute(draft, attribute));
            } else {
                draft.problem(part.offset(), "certificationRequestInfo", "unexpected " + part.tagName());
            }
        }
        draft.algorithm(1, "Signature Algorithm", root.children().get(1));
        return draft.done(Kind.REQUEST, root);
    }

    private static void attribute(Draft draft, DerNode attribute) {
        draft.read("attribute", () -> {
            String oid = DerValues.oid(DerValues.child(attribute, 0, "attribute type"));
            DerNode values = DerValues.child(attribute, 1, "attribute values");
            if (oid.equals(EXTENSION_REQUEST) || oid.equals(MS_EXTENSIONS)) {
                draft.head(1, "Requested Extensions");
                draft.extensions(2, DerValues.child(values, 0, "extensions"));
            } else if (oid.equals(CHALLENGE_PASSWORD)) {
                draft.line(1, "Challenge Password", "(there is one; not shown)");
            } else {
                List<String> texts = values.children().stream().map(TypedText::text).toList();
                draft.line(1, Oids.explained(oid), String.join("; ", texts));
            }
            return oid;
        });
    }
}

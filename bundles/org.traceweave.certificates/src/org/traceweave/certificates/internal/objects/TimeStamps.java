package org.traceweave.certificates.internal.objects;

import java.util.List;
import java.util.stream.Collectors;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.DecodedObject.Kind;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerTimes;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.x509.AlgorithmName;
import org.traceweave.certificates.internal.x509.GeneralName;
import org.traceweave.certificates.internal.x509.Oids;
import org.traceweave.certificates.internal.x509.TypedText;

/** Answers of time stamping authorities, and the token in them (RFC 3161). */
final class TimeStamps {

    private static final List<String> STATUS = List.of("granted", "granted with changes", "rejection", "waiting", "revocation warning", "revocation notification");
    private static final List<String> UNITS = List.of(" ms", " \u00b5s");

    private TimeStamps() {
    }

    static DecodedObject response(DerNode root) {
        Draft draft = new Draft();
        draft.head(0, "Time Stamp Response");
        DerNode status = root.children().getFirst();
        draft.field(1, "Status", () -> {
            int number = DerValues.smallInteger(DerValues.child(status, 0, "status"));
            String words = number >= 0 && number < STATUS.size() ? STATUS.get(number) : "status " + number;
            String rest = status.children().stream().skip(1).map(TypedText::text).collect(Collectors.joining(", "));
            return rest.isEmpty() ? words : words + ", " + rest;
        });
        if (root.children().size() > 1) {
            CmsMessages.content(draft, 1, root.children().get(1));
        }
        return draft.done(Kind.TIME_STAMP, root);
    }

    /** Decodes a TSTInfo. */
    static void info(Draft draft, int depth, DerNode info) throws DerException {
        DerValues.sequence(info, "TSTInfo");
        draft.field(depth, "Policy", () -> Oids.explained(DerValues.oid(DerValues.child(info, 1, "policy"))));
        DerNode imprint = DerValues.child(info, 2, "message imprint");
        draft.field(depth, "Stamped Hash", () -> AlgorithmName.hashName(DerValues.oid(DerValues.child(DerValues.child(imprint, 0, "hash algorithm"), 0, "hash algorithm")))
                + " " + DerValues.hex(DerValues.child(imprint, 1, "hash")));
        draft.field(depth, "Serial", () -> DerValues.hex(DerValues.integer(DerValues.child(info, 3, "serial number"))));
        draft.time(depth, "Time", DerValues.child(info, 4, "time"));
        for (DerNode part : info.children().subList(5, info.children().size())) {
            if (part.isSequence()) {
                draft.field(depth, "Accuracy", () -> accuracy(part));
            } else if (part.isUniversal(Asn1Tag.INTEGER)) {
                draft.field(depth, "Nonce", () -> DerValues.hex(DerValues.integer(part)));
            } else if (part.isContext(0)) {
                draft.field(depth, "Authority", () -> GeneralName.text(DerValues.child(part, 0, "authority")));
            }
        }
    }

    private static String accuracy(DerNode accuracy) throws DerException {
        StringBuilder text = new StringBuilder();
        for (DerNode part : accuracy.children()) {
            String unit = part.tagClass() == DerNode.CONTEXT && part.tagNumber() < UNITS.size() ? UNITS.get(part.tagNumber()) : " s";
            text.append(text.isEmpty() ? "" : " ").append(DerValues.integerContent(part)).append(unit);
        }
        return text.toString();
    }
}

package org.traceweave.certificates.internal.objects;

import java.util.List;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.DecodedObject.Kind;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerTimes;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.x509.AlgorithmName;
import org.traceweave.certificates.internal.x509.DistinguishedName;
import org.traceweave.certificates.internal.x509.Oids;

/** OCSP responses (RFC 6960): what the responder says of each certificate, and until when it holds. */
final class OcspResponses {

    private static final List<String> STATUS = List.of("successful", "malformed request", "internal error", "try later", "status 4", "signature required", "unauthorized");
    private static final List<String> REASONS = List.of("unspecified", "keyCompromise", "cACompromise", "affiliationChanged", "superseded", "cessationOfOperation",
            "certificateHold", "reason 7", "removeFromCRL", "privilegeWithdrawn", "aACompromise");
    private static final String BASIC = "1.3.6.1.5.5.7.48.1.1";

    private OcspResponses() {
    }

    static DecodedObject decode(DerNode root) {
        Draft draft = new Draft();
        draft.head(0, "OCSP Response");
        draft.field(1, "Status", () -> {
            int status = root.children().getFirst().contentLength() == 1 ? root.children().getFirst().contentByte(0) : -1;
            return status >= 0 && status < STATUS.size() ? STATUS.get(status) : "status " + status;
        });
        if (root.children().size() > 1) {
            draft.read("responseBytes", () -> {
                DerNode bytes = Objects.inner(root.children().get(1));
                String type = DerValues.oid(DerValues.child(bytes, 0, "response type"));
                if (type.equals(BASIC)) {
                    basic(draft, Objects.inOctets(DerValues.child(bytes, 1, "response")));
                } else {
                    draft.line(1, "Response Type", Oids.explained(type));
                }
                return type;
            });
        }
        return draft.done(Kind.OCSP_RESPONSE, root);
    }

    private static void basic(Draft draft, DerNode basic) throws DerException {
        DerNode data = DerValues.intact(DerValues.child(basic, 0, "response data"), "response data");
        for (DerNode part : data.children()) {
            if (part.isContext(0)) {
                continue; // the version, which is 1
            }
            if (part.tagClass() == DerNode.CONTEXT && part.tagNumber() <= 2) {
                draft.field(1, "Responder", () -> part.isContext(1) ? DistinguishedName.rfc4514(Objects.inner(part)) : "key " + DerValues.hex(Objects.inner(part)));
                if (part.isContext(1) && part.children().size() == 1 && !part.children().getFirst().isSequence()) {
                    draft.problem(part.offset(), "responderID", "no name in it");
                }
            } else if (part.isUniversal(Asn1Tag.GENERALIZED_TIME)) {
                draft.time(1, "Produced At", part);
            } else if (part.isSequence()) {
                draft.line(1, "Answers", Integer.toString(part.children().size()));
                part.children().forEach(single -> single(draft, single));
            }
        }
        draft.algorithm(1, "Signature Algorithm", DerValues.child(basic, 1, "signature algorithm"));
        for (DerNode part : basic.children()) {
            if (part.isContext(0) && !part.children().isEmpty()) {
                part.children().getFirst().children().stream().filter(Objects::isCertificate).forEach(certificate -> draft.certificate(certificate.encoded(), ""));
                draft.line(1, "Certificates", Integer.toString(part.children().getFirst().children().size()));
            }
        }
    }

    private static void single(Draft draft, DerNode single) {
        draft.field(2, "Certificate", () -> {
            DerNode id = DerValues.child(single, 0, "certificate id");
            String hash = AlgorithmName.hashName(DerValues.oid(DerValues.child(DerValues.child(id, 0, "hash algorithm"), 0, "hash algorithm")));
            return "serial " + DerValues.hex(DerValues.integer(DerValues.child(id, 3, "serial number"))) + ", issuer name " + hash + " "
                    + DerValues.hex(DerValues.child(id, 1, "issuer name hash")) + ", issuer key " + DerValues.hex(DerValues.child(id, 2, "issuer key hash"));
        });
        draft.field(3, "Status", () -> status(DerValues.child(single, 1, "certificate status")));
        for (DerNode part : single.children()) {
            if (part.isUniversal(Asn1Tag.GENERALIZED_TIME)) {
                draft.time(3, "This Update", part);
            } else if (part.isContext(0) && part.constructed() && part != single.children().get(1)) {
                draft.field(3, "Next Update", () -> DerTimes.time(Objects.inner(part)).toString());
            } else if (part.isContext(1) && part != single.children().get(1) && !part.children().isEmpty()) {
                draft.extensions(3, part.children().getFirst());
            }
        }
    }

    private static String status(DerNode status) throws DerException {
        return switch (status.tagNumber()) {
            case 0 -> "good";
            case 1 -> {
                String when = "revoked on " + DerTimes.time(DerValues.child(status, 0, "revocation time"));
                if (status.children().size() > 1 && !status.children().get(1).children().isEmpty()) {
                    DerNode reason = status.children().get(1).children().getFirst();
                    int number = reason.contentLength() == 1 ? reason.contentByte(0) : -1;
                    yield when + ", " + (number >= 0 && number < REASONS.size() ? REASONS.get(number) : "reason " + number);
                }
                yield when;
            }
            case 2 -> "unknown";
            default -> "status [" + status.tagNumber() + "]";
        };
    }
}

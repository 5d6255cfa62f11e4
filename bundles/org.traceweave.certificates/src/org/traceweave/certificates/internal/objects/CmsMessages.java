package org.traceweave.certificates.internal.objects;

import java.util.ArrayList;
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

/** CMS messages (RFC 5652): signed data with what it carries and who signed; other kinds by their recipients and algorithms. */
final class CmsMessages {

    static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String ENVELOPED_DATA = "1.2.840.113549.1.7.3";
    private static final String TIME_STAMP_INFO = "1.2.840.113549.1.9.16.1.4";
    private static final String SIGNING_TIME = "1.2.840.113549.1.9.5";

    private CmsMessages() {
    }

    static DecodedObject decode(DerNode root) {
        Draft draft = new Draft();
        boolean stamp = isTimeStamp(root);
        draft.head(0, stamp ? "Time Stamp Token" : "CMS Message");
        content(draft, 1, root);
        return draft.done(stamp ? Kind.TIME_STAMP : Kind.CMS, root);
    }

    private static boolean isTimeStamp(DerNode root) {
        try {
            DerNode signed = Objects.inner(DerValues.child(root, 1, "content"));
            return SIGNED_DATA.equals(DerValues.oid(root.children().getFirst()))
                    && TIME_STAMP_INFO.equals(DerValues.oid(DerValues.child(DerValues.child(signed, 2, "content info"), 0, "content type")));
        } catch (DerException e) {
            return false; // told as a problem where it is decoded
        }
    }

    /** Decodes a ContentInfo. */
    static void content(Draft draft, int depth, DerNode info) {
        draft.read("contentInfo", () -> {
            String type = DerValues.oid(DerValues.child(info, 0, "content type"));
            draft.line(depth, "Content Type", Oids.explained(type));
            DerNode content = Objects.inner(DerValues.child(info, 1, "content"));
            switch (type) {
                case SIGNED_DATA -> signed(draft, depth, content);
                case ENVELOPED_DATA -> enveloped(draft, depth, content);
                default -> draft.line(depth, "Content", content.contentLength() + " bytes, not opened");
            }
            return type;
        });
    }

    private static void signed(Draft draft, int depth, DerNode signed) throws DerException {
        draft.field(depth, "Version", () -> DerValues.integer(DerValues.child(signed, 0, "version")).toString());
        List<String> digests = new ArrayList<>();
        for (DerNode digest : DerValues.child(signed, 1, "digest algorithms").children()) {
            draft.read("digestAlgorithm", () -> digests.add(AlgorithmName.hashName(DerValues.oid(DerValues.child(digest, 0, "digest algorithm")))));
        }
        draft.line(depth, "Digest Algorithms", digests.isEmpty() ? "none" : String.join(", ", digests));
        DerNode inside = DerValues.child(signed, 2, "content info");
        String type = DerValues.oid(DerValues.child(inside, 0, "content type"));
        draft.line(depth, "Signed Content", Oids.explained(type) + (inside.children().size() < 2 ? ", not in it" : ""));
        if (type.equals(TIME_STAMP_INFO) && inside.children().size() > 1) {
            draft.read("TSTInfo", () -> {
                TimeStamps.info(draft, depth + 1, Objects.inOctets(Objects.inner(inside.children().get(1))));
                return type;
            });
        }
        for (DerNode part : signed.children().subList(3, signed.children().size())) {
            if (part.isContext(0)) {
                certificates(draft, depth, part);
            } else if (part.isContext(1)) {
                draft.line(depth, "Revocation Lists", Integer.toString(part.children().size()));
            } else if (part.isUniversal(Asn1Tag.SET)) {
                draft.line(depth, "Signers", Integer.toString(part.children().size()));
                part.children().forEach(signer -> signer(draft, depth + 1, signer));
            }
        }
    }

    private static void certificates(Draft draft, int depth, DerNode set) {
        draft.line(depth, "Certificates", Integer.toString(set.children().size()));
        for (DerNode certificate : set.children()) {
            if (Objects.isCertificate(certificate)) {
                draft.certificate(certificate.encoded(), "");
            } else {
                draft.line(depth + 1, "Not a Certificate", certificate.tagName() + " of " + certificate.totalLength() + " bytes");
            }
        }
    }

    private static void signer(Draft draft, int depth, DerNode signer) {
        draft.field(depth, "Signer", () -> signerName(DerValues.child(signer, 1, "signer")));
        draft.field(depth + 1, "Digest", () -> AlgorithmName.hashName(DerValues.oid(DerValues.child(DerValues.child(signer, 2, "digest"), 0, "digest"))));
        for (DerNode part : signer.children()) {
            if (part.isContext(0)) {
                attributes(draft, depth + 1, part);
            }
        }
    }

    static String signerName(DerNode id) throws DerException {
        if (id.isContext(0)) {
            return "key " + DerValues.hex(id);
        }
        return DistinguishedName.rfc4514(DerValues.child(id, 0, "issuer")) + ", serial " + DerValues.hex(DerValues.integer(DerValues.child(id, 1, "serial number")));
    }

    private static void attributes(Draft draft, int depth, DerNode attributes) {
        for (DerNode attribute : attributes.children()) {
            draft.read("signed attribute", () -> {
                String oid = DerValues.oid(DerValues.child(attribute, 0, "attribute type"));
                if (oid.equals(SIGNING_TIME)) {
                    draft.line(depth, "Signing Time", DerTimes.time(DerValues.child(DerValues.child(attribute, 1, "values"), 0, "time")).toString());
                }
                return oid;
            });
        }
    }

    private static void enveloped(Draft draft, int depth, DerNode enveloped) {
        for (DerNode part : enveloped.children()) {
            if (part.isUniversal(Asn1Tag.SET)) {
                for (DerNode recipient : part.children()) {
                    draft.field(depth, "Recipient", () -> recipient.isSequence() ? signerName(DerValues.child(recipient, 1, "recipient")) : recipient.tagName());
                }
            } else if (part.isSequence() && part.children().size() >= 2) {
                draft.field(depth, "Encrypted With", () -> AlgorithmName.read(part.children().get(1)).name());
            }
        }
    }
}

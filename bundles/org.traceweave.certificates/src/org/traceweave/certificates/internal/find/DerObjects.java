package org.traceweave.certificates.internal.find;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.FindEncoding;
import org.traceweave.certificates.ObjectDecoder;
import org.traceweave.certificates.internal.objects.Shape;

/** Tells by its structure what a decoded object is, and notes certificates, keys and cut ones. */
final class DerObjects {

    private static final int MIN_OBJECT = 64;

    /** Where an object is written: from and to in the searched bytes, and for a byte of it where that is written. */
    record Place(int from, int to, FindEncoding encoding, IntUnaryOperator at) {

        static Place of(Base64Text.Decoded decoded, NarrowText view, FindEncoding encoding) {
            int start = decoded.length() == 0 ? decoded.end() : decoded.starts()[0];
            return new Place(view.original(start), view.original(decoded.end()), encoding,
                    index -> view.original(index < decoded.length() ? decoded.starts()[index] : decoded.end()));
        }

        Place around(int newFrom, int newTo) {
            return new Place(newFrom, newTo, encoding, at);
        }

        /** The place of the bytes {@code start} to {@code end} of what is written here. */
        Place part(int start, int end) {
            return new Place(at.applyAsInt(start), at.applyAsInt(end), encoding, index -> at.applyAsInt(start + index));
        }
    }

    private final Collected found;

    DerObjects(Collected found) {
        this.found = found;
    }

    static int wanted(byte[] bytes, int length) {
        return wanted(bytes, 0, length);
    }

    /**
     * How many bytes an object takes that begins like one of interest; 0 if it does not. An indefinite length asks for all there may be.
     */
    static int wanted(byte[] bytes, int from, int to) {
        if (to - from < 8 || bytes[from] != 0x30) {
            return 0;
        }
        int first = bytes[from + 1] & 0xff;
        int octets = first & 0x7f;
        if (first < 0x80 || octets > 3) {
            return 0;
        }
        long length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | bytes[from + 2 + i] & 0xff;
        }
        int header = 2 + octets;
        int inner = bytes[from + header];
        boolean plausible = inner == 0x30 || inner == 0x06 || inner == 0x02 || inner == 0x0a;
        if (!plausible || octets > 0 && length < MIN_OBJECT || length > CertificateDecoder.MAX_BYTES
                || !innerFits(bytes, from + header, to, octets == 0 ? Long.MAX_VALUE : length)) {
            return 0;
        }
        return octets == 0 ? CertificateDecoder.MAX_BYTES : (int) length + header;
    }

    private static boolean innerFits(byte[] bytes, int at, int to, long outer) {
        if (at + 4 > to) {
            return false;
        }
        int first = bytes[at + 1] & 0xff;
        if (bytes[at] == 0x06) {
            return first == 9 && bytes[at + 2] == 0x2a;
        }
        if (bytes[at] == 0x02) {
            return first == 1 && bytes[at + 2] >= 0 && bytes[at + 2] <= 3 && (bytes[at + 3] == 0x30 || bytes[at + 3] == 0x02 || bytes[at + 3] == 0x04);
        }
        if (bytes[at] == 0x0a) {
            return first == 1;
        }
        long length = switch (first) {
            case 0x81 -> bytes[at + 2] & 0xff;
            case 0x82 -> (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
            case 0x80, 0x83 -> 0;
            default -> first < 0x80 ? first : Long.MAX_VALUE;
        };
        return length < outer;
    }

    /** Notes what the bytes hold; false if it is nothing of interest, or is cut. */
    boolean take(byte[] bytes, Place place, List<String> notes) {
        if (bytes.length < 8) {
            return false;
        }
        DerNode root = Shape.open(bytes, 0, bytes.length);
        return root.problem().isEmpty() && noted(bytes, root, Shape.of(root), place, notes, false);
    }

    /** @param vouched whether a label or a file of its own says that it is meant to be what it looks like */
    private boolean noted(byte[] bytes, DerNode root, Shape shape, Place place, List<String> notes, boolean vouched) {
        switch (shape) {
            case CERTIFICATE -> {
                Place exact = root.end() < bytes.length && place.encoding() != FindEncoding.PEM
                        ? place.part(root.offset(), root.end()) : place;
                found.certificate(root.encoded(), exact.from(), exact.to(), place.encoding(), "", notes);
            }
            case CMS -> {
                for (DerNode certificate : CmsCertificates.of(bytes, root.offset(), root.end())) {
                    Place part = place.part(certificate.offset(), certificate.end());
                    found.certificate(certificate.encoded(), part.from(), part.to(), place.encoding(), "pkcs7", notes);
                }
                object(root, place, DecodedObject.Kind.CMS);
            }
            case PRIVATE_KEY -> found.key(place.from(), place.to(), place.encoding(), keyKind(root), false);
            case ENCRYPTED_PRIVATE_KEY -> found.key(place.from(), place.to(), place.encoding(), "encrypted PKCS#8", true);
            case PKCS12 -> {
                found.key(place.from(), place.to(), place.encoding(), "PKCS#12", true);
                object(root, place, DecodedObject.Kind.PKCS12);
            }
            case CRL -> object(root, place, DecodedObject.Kind.CRL);
            case REQUEST -> object(root, place, DecodedObject.Kind.REQUEST);
            case OCSP_RESPONSE -> {
                carried(root, place, "ocsp");
                object(root, place, DecodedObject.Kind.OCSP_RESPONSE);
            }
            case TIME_STAMP -> {
                carried(root, place, "time-stamp");
                object(root, place, DecodedObject.Kind.TIME_STAMP);
            }
            default -> {
                if (shape == Shape.PUBLIC_KEY && vouched) {
                    object(root, place, DecodedObject.Kind.PUBLIC_KEY);
                }
                return shape == Shape.PUBLIC_KEY && vouched;
            }
        }
        return true;
    }

    private void object(DerNode root, Place place, DecodedObject.Kind kind) {
        found.object(root.encoded(), place.from(), place.to(), place.encoding(), kind);
    }

    private static String keyKind(DerNode root) {
        DerNode second = root.children().get(1);
        if (second.isSequence()) {
            return "PKCS#8";
        }
        return second.isUniversal(Asn1Tag.OCTET_STRING) ? "EC" : root.children().size() >= 9 ? "RSA" : "DSA";
    }

    /** As {@link #take} for what stands between BEGIN and END: the label vouches for damaged certificates, and is itself checked. */
    boolean takeLabelled(byte[] bytes, Place place, String label, List<String> notes) {
        if (bytes.length < 8) {
            return false;
        }
        DerNode root = Shape.open(bytes, 0, bytes.length);
        if (root.problem().isPresent() || !root.isSequence()) {
            return false;
        }
        Shape shape = Shape.of(root);
        boolean saysCertificate = label.endsWith("CERTIFICATE") && !label.startsWith("ATTRIBUTE");
        if (shape == Shape.OTHER && saysCertificate && looksLikeCertificate(root)) {
            shape = Shape.CERTIFICATE;
        }
        List<String> all = new ArrayList<>(notes);
        if (shape == Shape.CERTIFICATE && !saysCertificate) {
            all.add("label says " + label + ", content is a certificate");
        }
        if (shape == Shape.CERTIFICATE && root.end() < bytes.length && !label.startsWith("TRUSTED")) {
            all.add(bytes.length - root.end() + " trailing bytes after the certificate");
        }
        if (shape != Shape.CERTIFICATE && saysCertificate && shape != Shape.OTHER) {
            found.problem(place.from(), place.to(), "label says " + label + ", content is " + shape.words());
        }
        return noted(bytes, root, shape, place, all, true);
    }

    private static boolean looksLikeCertificate(DerNode root) {
        return root.isSequence() && !root.children().isEmpty() && root.children().getFirst().isSequence()
                && root.children().getFirst().children().size() >= 5;
    }

    /** Notes that a certificate begins here and is cut; false if what there is does not look like one. */
    boolean truncated(byte[] bytes, Place place) {
        if (bytes.length < MIN_OBJECT) {
            return false;
        }
        DerNode root = Shape.open(bytes, 0, bytes.length);
        if (!root.isSequence() || root.problem().isEmpty() || root.children().isEmpty()) {
            return false;
        }
        List<DerNode> parts = root.children().getFirst().children();
        boolean begins = parts.size() >= 3 && parts.get(0).isContext(0) && parts.get(1).isUniversal(Asn1Tag.INTEGER)
                && parts.get(2).isSequence() && !parts.get(2).children().isEmpty()
                && parts.get(2).children().getFirst().isUniversal(Asn1Tag.OBJECT_IDENTIFIER);
        if (begins) {
            found.problem(place.from(), place.to(), "certificate cut: " + root.problem().orElse(""));
        }
        return begins;
    }

    /** The certificates that an answer carries, or a PKCS#12 file that needs no password for them; each has a place of its own within its holder. */
    private void carried(DerNode holder, Place place, String container) {
        List<byte[]> certificates = ObjectDecoder.decode(holder.encoded()).map(DecodedObject::certificates).orElse(List.of());
        for (int i = 0; i < certificates.size(); i++) {
            found.certificate(certificates.get(i), place.from() + 1 + i, place.to(), place.encoding(), container, List.of());
        }
    }

    /** A file that begins with an object: notes all that follow one another. False if the first is not of interest. */
    boolean inFile(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            int start = at;
            DerNode node = Shape.open(bytes, start, bytes.length);
            if (!node.isSequence()) {
                break;
            }
            if (node.problem().isPresent()) {
                if (node.indefinite()) {
                    break; // what lies within tells more than the missing end
                }
                found.problem(start, bytes.length, node.problem().get());
                return true;
            }
            Shape shape = Shape.of(node);
            if (shape == Shape.OTHER && looksLikeCertificate(node)) {
                shape = Shape.CERTIFICATE;
            }
            Place place = new Place(start, node.end(), FindEncoding.DER, index -> index);
            if (shape == Shape.PKCS12) {
                carried(node, place, "pkcs12");
            }
            if (!noted(bytes, node, shape, place, List.of(), true)) {
                break;
            }
            at = node.end();
        }
        if (at > 0 && at < bytes.length && !found.noCertificate()) {
            found.noteLast(bytes.length - at + " trailing bytes after the certificate");
        }
        return at > 0;
    }
}

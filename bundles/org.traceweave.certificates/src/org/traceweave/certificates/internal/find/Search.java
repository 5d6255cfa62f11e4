package org.traceweave.certificates.internal.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateFinds;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.DerReader;
import org.traceweave.certificates.FindEncoding;
import org.traceweave.certificates.TlsFlight;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.objects.Shape;
import org.traceweave.certificates.internal.x509.ForeignContent;

/** One pass over some bytes: at each place where something may begin, a cheap look, then decoding, then the test of its structure. */
public final class Search {

    private static final int PEEK = 24;
    private static final int MAX_FLIGHT = 1 << 18;

    private final byte[] original;
    private final NarrowText view;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Collected found = new Collected();
    private final DerObjects objects = new DerObjects(found);
    /** Bytes that may still be decoded; keeps text full of false beginnings from taking long. */
    private long budget;

    public Search(byte[] bytes, int from, int to) {
        this.original = bytes;
        this.view = NarrowText.of(bytes, from, to);
        this.text = view.text();
        this.from = view.from();
        this.to = view.to();
        this.budget = 64L * (to - from) + (8 << 20);
    }

    public CertificateFinds run() {
        List<HexDump> dumps = mayHoldDump() ? HexDump.findAll(text, from, to) : List.of();
        int nextDump = 0;
        int at = from;
        while (at < to && budget > 0) {
            if (nextDump < dumps.size() && at >= dumps.get(nextDump).from()) {
                HexDump dump = dumps.get(nextDump++);
                at = dump(dump) ? dump.to() : Math.max(at, dump.from());
            }
            at = at < to ? Math.max(step(at), at + 1) : at;
        }
        if (budget <= 0) {
            found.problem(view.original(at), view.original(to), "too many things that only begin like a certificate; the rest was not searched");
        }
        return found.finds();
    }

    public CertificateFinds runOnFile() {
        boolean der = original.length > 0 && original[0] == 0x30 && (original.length < 4 || original[1] < 0);
        if (der && objects.inFile(original)) {
            return found.finds();
        }
        DerNode root = der ? DerReader.read(original, 0, Math.min(original.length, CertificateDecoder.MAX_BYTES)) : null;
        if (root == null || root.damaged().isEmpty()) {
            run();
        }
        if (found.nothing()) {
            found.problem(0, original.length, root != null ? damage(root) : "not a certificate: " + ForeignContent.describe(original));
        }
        return found.finds();
    }

    /** What is wrong with a file that is ASN.1 and none of the objects known; the deepest damage, as those around it follow from it. */
    private static String damage(DerNode root) {
        List<DerNode> damaged = root.damaged();
        if (!damaged.isEmpty()) {
            return damaged.getLast().problem().orElse("") + " at " + damaged.getLast().offset();
        }
        List<String> bad = new ArrayList<>();
        root.forEach(node -> {
            if (bad.isEmpty() && node.isUniversal(Asn1Tag.OBJECT_IDENTIFIER)) {
                try {
                    DerValues.oid(node);
                } catch (DerException e) {
                    bad.add(e.getMessage() + " at " + e.offset());
                }
            }
        });
        return bad.isEmpty() ? "ASN.1, but not of a certificate" : bad.getFirst();
    }

    private boolean mayHoldDump() {
        for (int i = from; i + 1 < to; i++) {
            if (text[i] == '3' && text[i + 1] == '0' && Anchors.hexDer(text, i, to)) {
                return true;
            }
        }
        return false;
    }

    /** Looks at one position; gives the position to go on from. */
    private int step(int at) {
        return switch (text[at]) {
            case '-' -> Pem.begins(text, at, to) ? pem(at) : at + 1;
            case 'M' -> Anchors.base64Der(text, at) ? base64(at, 0) : at + 1;
            case 'C' -> at > from && Anchors.shiftedByOne(text, at - 1) ? base64(at - 1, 1) : at + 1;
            case 'w' -> at > from && Anchors.shiftedByTwo(text, at - 1) ? base64(at - 1, 2) : at + 1;
            case 'F' -> Anchors.tls(text, at) ? tls(at) : at + 1;
            case '3' -> at + 1 < to && text[at + 1] == '0' && Anchors.hexDer(text, at, to) ? hex(at) : at + 1;
            case '0' -> at + 1 < to && text[at + 1] < 0 && !view.wide() ? raw(at) : at + 1;
            default -> at + 1;
        };
    }

    private int base64(int at, int missing) {
        Base64Text reader = new Base64Text(text, to, true);
        Base64Text.Decoded peek = reader.decode(at, missing, PEEK);
        int wanted = DerObjects.wanted(peek.bytes(), peek.length());
        if (wanted == 0) {
            return at + 1;
        }
        Base64Text.Decoded decoded = reader.decode(at, missing, wanted);
        budget -= decoded.length();
        return take(decoded, wanted, FindEncoding.BASE64, at);
    }

    private int raw(int at) {
        int wanted = DerObjects.wanted(text, at, to);
        if (wanted == 0) {
            return at + 1;
        }
        int end = Math.min(to, at + wanted);
        byte[] bytes = Arrays.copyOfRange(text, at, end);
        budget -= bytes.length;
        DerObjects.Place place = new DerObjects.Place(at, end, FindEncoding.DER, index -> at + index);
        if (objects.take(bytes, place, List.of())) {
            return Math.max(at + 1, at + Shape.open(bytes, 0, bytes.length).end());
        }
        return bytes.length < wanted && objects.truncated(bytes, place) ? end : at + 1;
    }

    private int hex(int at) {
        HexText reader = new HexText(text, to);
        Base64Text.Decoded peek = reader.decode(at, PEEK);
        int wanted = DerObjects.wanted(peek.bytes(), peek.length());
        if (wanted == 0) {
            return at + 1;
        }
        Base64Text.Decoded decoded = reader.decode(at, wanted);
        budget -= decoded.length();
        return take(decoded, wanted, FindEncoding.HEX, at);
    }

    /** Reports what a decoded run holds; a run that is no object is searched on from its second character. */
    private int take(Base64Text.Decoded decoded, int wanted, FindEncoding encoding, int at) {
        DerObjects.Place place = DerObjects.Place.of(decoded, view, encoding);
        if (objects.take(decoded.exact(), place, List.of())) {
            return decoded.end();
        }
        if (decoded.length() < wanted && objects.truncated(decoded.exact(), place)) {
            return decoded.end();
        }
        return at + 1;
    }

    private int pem(int at) {
        Pem block = Pem.read(text, at, to);
        if (block == null) {
            return at + 1;
        }
        if (block.privateKey()) {
            found.key(view.original(at), view.original(block.end()), FindEncoding.PEM, block.keyKind(), block.encrypted());
            return block.end();
        }
        Base64Text.Decoded decoded = new Base64Text(text, block.bodyEnd(), true).decode(block.bodyStart(), 0, CertificateDecoder.MAX_BYTES);
        budget -= decoded.length();
        List<String> notes = new ArrayList<>();
        if (!block.ended()) {
            notes.add("END line is missing");
        }
        boolean badCharacter = decoded.stop() < block.bodyEnd() && !decoded.padded() && block.ended();
        DerObjects.Place place = DerObjects.Place.of(decoded, view, FindEncoding.PEM).around(view.original(at), view.original(block.end()));
        if (objects.takeLabelled(decoded.exact(), place, block.label(), notes)) {
            return block.ended() ? block.end() : Math.max(decoded.end(), at + 1);
        }
        if (badCharacter) {
            found.problem(view.original(decoded.stop()), view.original(decoded.stop() + 1), "illegal base64 character at " + lineAndColumn(decoded.stop()));
        } else if (!objects.truncated(decoded.exact(), place) && block.label().contains("CERTIFICATE") && decoded.length() > 0) {
            found.problem(view.original(at), view.original(block.end()), "no certificate between BEGIN and END");
        }
        return block.ended() ? block.end() : block.bodyStart();
    }

    private String lineAndColumn(int position) {
        int line = 1;
        int start = from;
        for (int i = from; i < position; i++) {
            if (text[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        return "line " + line + " column " + (position - start + 1);
    }

    private int tls(int at) {
        Base64Text.Decoded decoded = new Base64Text(text, to, false).decode(at, 0, MAX_FLIGHT);
        budget -= decoded.length();
        byte[] bytes = decoded.exact();
        if (!believable(bytes)) {
            return at + 1;
        }
        TlsFlight flight = TlsRecords.read(bytes);
        int start = view.original(at);
        int end = view.original(decoded.end());
        found.flight(new CertificateFinds.FoundFlight(start, end - start, flight));
        for (TlsFlight.SentCertificate sent : flight.certificates()) {
            DerObjects.Place place = DerObjects.Place.of(decoded, view, FindEncoding.TLS).part(sent.offset(), sent.endOffset());
            if (sent.complete()) {
                objects.take(sent.der(), place, List.of());
            } else {
                objects.truncated(sent.der(), place);
            }
        }
        return decoded.end();
    }

    /** Whether the first record holds a handshake message of a known type and a length it can have, or an alert. */
    private static boolean believable(byte[] bytes) {
        if (!TlsRecords.isRecord(bytes, 0) || bytes.length < 7) {
            return false;
        }
        int length = (bytes[3] & 0xff) << 8 | bytes[4] & 0xff;
        if (bytes[0] == 21) {
            return length == 2 && (bytes[5] == 1 || bytes[5] == 2);
        }
        int message = bytes.length < 9 ? -1 : (bytes[6] & 0xff) << 16 | (bytes[7] & 0xff) << 8 | bytes[8] & 0xff;
        boolean known = switch (bytes[5]) {
            case 1, 2, 4, 11, 12, 13, 14, 15, 16, 22 -> true;
            default -> false;
        };
        return bytes[0] == 22 && known && message >= 0 && message < 1 << 17 && length >= 4;
    }

    private boolean dump(HexDump dump) {
        budget -= dump.bytes().length;
        boolean any = false;
        int at = 0;
        byte[] bytes = dump.bytes();
        while (at + 4 < bytes.length) {
            int wanted = bytes[at] == 0x30 ? DerObjects.wanted(bytes, at, bytes.length) : 0;
            if (wanted > 0 && at + wanted <= bytes.length) {
                int[] starts = dump.starts();
                int start = view.original(starts[at]);
                int end = view.original(starts[at + wanted - 1] + 2);
                DerObjects.Place place = new DerObjects.Place(start, end, FindEncoding.HEX, position -> start);
                if (objects.take(Arrays.copyOfRange(bytes, at, at + wanted), place, List.of())) {
                    any = true;
                    at += wanted;
                    continue;
                }
            }
            at++;
        }
        return any;
    }
}

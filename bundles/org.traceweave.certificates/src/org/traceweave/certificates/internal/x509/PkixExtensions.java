package org.traceweave.certificates.internal.x509;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.der.Printable;

/** Texts of the extensions of PKIX, Certificate Transparency, the CA/Browser Forum, Netscape and Entrust. */
final class PkixExtensions {

    private static final List<String> NETSCAPE_TYPES = List.of("sslClient", "sslServer", "smime", "objectSigning", "reserved", "sslCA",
            "smimeCA", "objectSigningCA");
    private static final int SCT_FIXED_BYTES = 1 + 32 + 8 + 2;

    private PkixExtensions() {
    }

    static void register(Map<String, ExtensionTexts.Decoder> decoders) {
        decoders.put("1.3.6.1.5.5.7.1.1", PkixExtensions::access);
        decoders.put("1.3.6.1.5.5.7.1.11", PkixExtensions::access);
        decoders.put("1.3.6.1.5.5.7.1.2", TypedText::text);
        decoders.put("1.3.6.1.5.5.7.1.3", PkixExtensions::qualifiedStatements);
        decoders.put("1.3.6.1.5.5.7.1.24", PkixExtensions::tlsFeatures);
        decoders.put("1.3.6.1.5.5.7.1.31", content -> "ACME challenge "
                + DerValues.hex(DerValues.expect(content, Asn1Tag.OCTET_STRING, "challenge")));
        decoders.put("1.3.6.1.5.5.7.1.32", content -> Printable.text(DerValues.string(content)));
        decoders.put("1.3.6.1.5.5.7.48.1.5", content -> "the responder's certificate need not be checked");
        decoders.put("1.2.840.113549.1.9.15", PkixExtensions::capabilities);
        decoders.put("1.3.6.1.4.1.11129.2.4.2", PkixExtensions::timestamps);
        decoders.put("1.3.6.1.4.1.11129.2.4.5", PkixExtensions::timestamps);
        decoders.put("1.3.6.1.4.1.11129.2.4.3", content -> "precertificate, not for use");
        decoders.put("2.23.140.3.1", PkixExtensions::organization);
        decoders.put("2.16.840.1.113730.1.1", content -> String.join(", ",
                DerValues.namedBits(DerValues.expect(content, Asn1Tag.BIT_STRING, "type"), NETSCAPE_TYPES)));
        for (String netscapeText : List.of("2", "3", "4", "7", "8", "12", "13")) {
            decoders.put("2.16.840.1.113730.1." + netscapeText, content -> Printable.text(DerValues.string(content)));
        }
        decoders.put("1.2.840.113533.7.65.0", content -> "version "
                + Printable.text(DerValues.string(DerValues.child(DerValues.sequence(content, "version"), 0, "version"))));
    }

    private static String access(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode description : DerValues.sequence(content, "information access").children()) {
            String method = DerValues.oid(DerValues.child(description, 0, "access method"));
            texts.add(Oids.named(method) + " " + GeneralName.text(DerValues.child(description, 1, "access location")));
        }
        return String.join(", ", texts);
    }

    private static String qualifiedStatements(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode statement : DerValues.sequence(content, "statements").children()) {
            String text = Oids.explained(DerValues.oid(DerValues.child(statement, 0, "statement")));
            texts.add(statement.children().size() > 1 ? text + " " + TypedText.text(statement.children().get(1)) : text);
        }
        return String.join("; ", texts);
    }

    private static String tlsFeatures(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode feature : DerValues.sequence(content, "features").children()) {
            int number = DerValues.smallInteger(feature);
            texts.add(switch (number) {
                case 5 -> "status_request (must staple)";
                case 17 -> "status_request_v2";
                default -> "feature " + number;
            });
        }
        return String.join(", ", texts);
    }

    private static String capabilities(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode capability : DerValues.sequence(content, "capabilities").children()) {
            texts.add(Oids.explained(DerValues.oid(DerValues.child(capability, 0, "capability"))));
        }
        return String.join(", ", texts);
    }

    private static String organization(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode part : DerValues.sequence(content, "organization identifier").children()) {
            texts.add(Printable.text(DerValues.isString(part) ? DerValues.string(part) : DerValues.latin1(part)));
        }
        return String.join(" ", texts);
    }

    /** SignedCertificateTimestampList of RFC 6962 section 3.3: log id and time of each. */
    private static String timestamps(DerNode content) throws DerException {
        DerNode list = DerValues.expect(content, Asn1Tag.OCTET_STRING, "timestamp list");
        byte[] bytes = list.content();
        if (bytes.length < 2) {
            throw new DerException(list.offset(), "timestamp list of " + bytes.length + " bytes");
        }
        List<String> texts = new ArrayList<>();
        int position = 2;
        while (position + 2 <= bytes.length) {
            int length = (bytes[position] & 0xff) << 8 | bytes[position + 1] & 0xff;
            position += 2;
            if (length < SCT_FIXED_BYTES || position + length > bytes.length) {
                throw new DerException(list.contentOffset() + position, "timestamp of " + length + " bytes");
            }
            long millis = 0;
            for (int i = 0; i < 8; i++) {
                millis = millis << 8 | bytes[position + 33 + i] & 0xff;
            }
            texts.add("log " + HexFormat.of().formatHex(bytes, position + 1, position + 33) + " at "
                    + (Math.abs(millis) < 4_000_000_000_000_000L ? Instant.ofEpochMilli(millis) : "time " + millis));
            position += length;
        }
        return String.join("; ", texts);
    }
}

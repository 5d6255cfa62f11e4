package org.traceweave.certificates.internal.x509;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerTimes;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.der.Printable;

/** Texts of Microsoft's extensions (wincrypt.h, MS-WCCE, KB5014754). */
final class MicrosoftExtensions {

    private static final String OBJECT_SID = "1.3.6.1.4.1.311.25.2.1";

    private MicrosoftExtensions() {
    }

    static void register(Map<String, ExtensionTexts.Decoder> decoders) {
        decoders.put("1.3.6.1.4.1.311.20.2", content -> "template " + Printable.text(DerValues.string(content)));
        decoders.put("1.3.6.1.4.1.311.21.1", MicrosoftExtensions::caVersion);
        decoders.put("1.3.6.1.4.1.311.21.2", content -> "SHA-1 of the CA's previous certificate "
                + DerValues.hex(DerValues.expect(content, Asn1Tag.OCTET_STRING, "hash")));
        decoders.put("1.3.6.1.4.1.311.21.3", content -> "base CRL " + DerValues.hex(DerValues.integer(content)));
        decoders.put("1.3.6.1.4.1.311.21.4", content -> "next CRL is published " + DerTimes.time(content));
        decoders.put("1.3.6.1.4.1.311.21.7", MicrosoftExtensions::template);
        decoders.put("1.3.6.1.4.1.311.21.10", StandardExtensions::policies);
        decoders.put("1.3.6.1.4.1.311.21.11", StandardExtensions::policyMappings);
        decoders.put("1.3.6.1.4.1.311.21.12", StandardExtensions::policyConstraints);
        decoders.put("1.3.6.1.4.1.311.21.14", StandardExtensions::distributionPoints);
        decoders.put("1.3.6.1.4.1.311.10.9.1", MicrosoftExtensions::crossCertificatePoints);
        decoders.put("1.3.6.1.4.1.311.21.22", content -> "cross CA version " + DerValues.integer(content));
        decoders.put("1.3.6.1.4.1.311.25.1", content -> "directory object "
                + guid(DerValues.expect(content, Asn1Tag.OCTET_STRING, "GUID")));
        decoders.put("1.3.6.1.4.1.311.25.2", MicrosoftExtensions::securityIdentifier);
    }

    /** {@code V2.1}: certificate index in the low 16 bits, key index in the high ones. */
    private static String caVersion(DerNode content) throws DerException {
        long version = DerValues.integer(content).longValue();
        long certificate = version & 0xffff;
        long key = version >> 16 & 0xffff;
        return "V" + certificate + "." + key + " (certificate " + certificate + ", key " + key + ")";
    }

    private static String template(DerNode content) throws DerException {
        StringBuilder text = new StringBuilder("template ")
                .append(Oids.explained(DerValues.oid(DerValues.child(DerValues.sequence(content, "template"), 0, "template"))));
        if (content.children().size() > 1) {
            text.append(", version ").append(DerValues.integer(content.children().get(1)));
        }
        if (content.children().size() > 2) {
            text.append('.').append(DerValues.integer(content.children().get(2)));
        }
        return text.toString();
    }

    private static String crossCertificatePoints(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode part : DerValues.sequence(content, "cross certificate points").children()) {
            if (part.isUniversal(Asn1Tag.INTEGER)) {
                texts.add("every " + DerValues.integer(part) + " s");
            } else {
                for (DerNode names : part.children()) {
                    texts.add(String.join(", ", GeneralName.texts(names)));
                }
            }
        }
        return String.join("; ", texts);
    }

    private static String guid(DerNode octets) throws DerException {
        if (octets.contentLength() != 16) {
            throw new DerException(octets.offset(), "GUID of " + octets.contentLength() + " bytes");
        }
        String hex = DerValues.hex(octets);
        int[] order = {6, 4, 2, 0, -1, 10, 8, -1, 14, 12, -1, 16, 18, -1, 20, 22, 24, 26, 28, 30};
        StringBuilder text = new StringBuilder();
        for (int at : order) {
            text.append(at < 0 ? "-" : hex.substring(at, at + 2));
        }
        return text.toString();
    }

    private static String securityIdentifier(DerNode content) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode name : DerValues.sequence(content, "security extension").children()) {
            String oid = DerValues.oid(DerValues.child(name, 0, "security extension"));
            DerNode value = DerValues.child(DerValues.child(name, 1, "value"), 0, "value");
            String text = new String(value.content(), StandardCharsets.ISO_8859_1);
            texts.add(oid.equals(OBJECT_SID) ? "SID " + Printable.text(text) : Oids.explained(oid) + " " + TypedText.text(value));
        }
        return String.join(", ", texts);
    }
}

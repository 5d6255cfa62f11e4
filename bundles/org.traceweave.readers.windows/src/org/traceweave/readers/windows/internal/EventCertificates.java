package org.traceweave.readers.windows.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateExtension;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.EventElement;
import org.traceweave.readers.windows.HResult;

/** Builds a certificate's facts from what CAPI2's event 90 says of it. */
public final class EventCertificates {

    private static final Map<String, String> ALGORITHMS = Map.ofEntries(
            Map.entry("1.2.840.113549.1.1.1", "rsaEncryption"), Map.entry("1.2.840.113549.1.1.2", "md2WithRSAEncryption"),
            Map.entry("1.2.840.113549.1.1.4", "md5WithRSAEncryption"), Map.entry("1.2.840.113549.1.1.5", "sha1WithRSAEncryption"),
            Map.entry("1.2.840.113549.1.1.10", "id-RSASSA-PSS"), Map.entry("1.2.840.113549.1.1.11", "sha256WithRSAEncryption"),
            Map.entry("1.2.840.113549.1.1.12", "sha384WithRSAEncryption"), Map.entry("1.2.840.113549.1.1.13", "sha512WithRSAEncryption"),
            Map.entry("1.3.14.3.2.29", "sha1WithRSA"), Map.entry("1.2.840.10045.2.1", "id-ecPublicKey"),
            Map.entry("1.2.840.10045.4.1", "ecdsa-with-SHA1"), Map.entry("1.2.840.10045.4.3.2", "ecdsa-with-SHA256"),
            Map.entry("1.2.840.10045.4.3.3", "ecdsa-with-SHA384"), Map.entry("1.2.840.10045.4.3.4", "ecdsa-with-SHA512"));
    private static final Map<String, String> EXTENSIONS = Map.of("AuthorityKeyIdentifier", "2.5.29.35", "KeyUsage", "2.5.29.15",
            "ExtendedKeyUsage", "2.5.29.37", "BasicConstraints", "2.5.29.19", "CertificatePolicies", "2.5.29.32",
            "SubjectAltName", "2.5.29.17", "NameConstraints", "2.5.29.30", "PolicyConstraints", "2.5.29.36");
    private static final Map<String, String> ALTERNATIVE_NAMES = Map.of("DNSName", "DNS:", "IPAddress", "IP:", "URL", "URI:",
            "RFC822Name", "email:", "RegisteredID", "RID:", "UPN", "UPN:");
    /** In the order of RFC 5280's bits, the first of which is the highest of the first byte. */
    private static final List<String> KEY_USAGES = List.of("digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment",
            "keyAgreement", "keyCertSign", "cRLSign", "encipherOnly", "decipherOnly");

    private EventCertificates() {
    }

    /** The certificate that a {@code Certificate} element of event 90 describes. */
    public static Certificate certificate(EventElement element) {
        Optional<EventElement> signature = element.child("SignatureAlgorithm");
        Optional<EventElement> key = element.child("PublicKeyAlgorithm");
        EventElement extensions = element.child("Extensions").orElse(new EventElement("Extensions", List.of(), List.of(), ""));
        Optional<EventElement> constraints = extensions.child("BasicConstraints");
        return new Certificate(Capi2Elements.thumbprint(element), Optional.empty(), CertificateOrigin.EVENT,
                name(element, "Subject"), name(element, "Issuer"), element.child("SerialNumber").flatMap(EventCertificates::serial),
                time(element, "NotBefore"), time(element, "NotAfter"),
                algorithm(signature), signature.flatMap(found -> found.attribute("hashName")).map(hash -> hash.toUpperCase(Locale.ROOT)),
                algorithm(key), integer(key.flatMap(found -> found.attribute("publicKeyLength"))), Optional.empty(),
                alternativeNames(extensions), keyUsage(extensions),
                extensions.child("ExtendedKeyUsage").map(usage -> usage.children("Usage").stream()
                        .map(child -> child.attribute("oid")).flatMap(Optional::stream).toList()).orElse(List.of()),
                constraints.flatMap(found -> found.attribute("cA")).map(flag -> flag.equals("true")),
                integer(constraints.flatMap(found -> found.attribute("pathLenConstraint"))),
                element.child("SubjectKeyID").flatMap(EventCertificates::hash),
                extensions.path("AuthorityKeyIdentifier", "KeyID").flatMap(EventCertificates::hash),
                List.of(), List.of(), List.of(), extensions.children().stream().map(EventCertificates::extension).toList(),
                List.of(), List.of(), 0, List.of());
    }

    private static Optional<String> name(EventElement element, String which) {
        return element.child(which).filter(found -> !found.children().isEmpty()).map(EventCertificates::name);
    }

    /** RFC 4514: CAPI2 already lists the most specific part first. */
    private static String name(EventElement name) {
        return name.children().stream().map(part -> (part.name().equals("S") ? "ST" : part.name()) + "=" + escaped(part.text()))
                .collect(Collectors.joining(","));
    }

    private static String escaped(String value) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean edge = i == 0 && (c == ' ' || c == '#') || i == value.length() - 1 && c == ' ';
            if (edge || "\"+,;<>\\".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    private static Optional<String> serial(EventElement element) {
        String hex = element.text().strip();
        if (hex.isEmpty() || hex.length() % 2 != 0 || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return Optional.empty();
        }
        BigInteger number = new BigInteger(HexFormat.of().parseHex(hex));
        String digits = number.abs().toString(16);
        String whole = digits.length() % 2 == 0 ? digits : "0" + digits;
        return Optional.of(number.signum() < 0 ? "-" + whole : whole);
    }

    private static OptionalLong time(EventElement element, String name) {
        long time = element.child(name).map(found -> SystemFields.time(found.text().strip())).orElse(UtcTime.UNKNOWN);
        return time == UtcTime.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(time);
    }

    private static Optional<String> algorithm(Optional<EventElement> element) {
        return element.flatMap(found -> found.attribute("oid")).map(oid -> ALGORITHMS.getOrDefault(oid, oid));
    }

    private static OptionalInt integer(Optional<String> text) {
        OptionalLong number = text.map(HResult::parse).orElse(OptionalLong.empty());
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    private static Optional<String> hash(EventElement element) {
        return element.attribute("hash").map(text -> text.toLowerCase(Locale.ROOT));
    }

    private static List<String> alternativeNames(EventElement extensions) {
        List<String> names = new ArrayList<>();
        for (EventElement name : extensions.child("SubjectAltName").map(EventElement::children).orElse(List.of())) {
            if (name.name().equals("DirectoryName")) {
                names.add("DirName:" + name(name));
            } else {
                names.add(ALTERNATIVE_NAMES.getOrDefault(name.name(), "other:" + name.attribute("oid").orElse(name.name()) + ":")
                        + name.text());
            }
        }
        return names;
    }

    private static List<String> keyUsage(EventElement extensions) {
        String hex = extensions.child("KeyUsage").flatMap(usage -> usage.attribute("value")).orElse("");
        if (hex.isEmpty() || hex.length() % 2 != 0 || hex.length() > 8 || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return List.of();
        }
        byte[] bytes = HexFormat.of().parseHex(hex);
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < KEY_USAGES.size() && bit / 8 < bytes.length; bit++) {
            if ((bytes[bit / 8] & 0x80 >>> bit % 8) != 0) {
                names.add(KEY_USAGES.get(bit));
            }
        }
        return names;
    }

    private static CertificateExtension extension(EventElement element) {
        StringBuilder text = new StringBuilder();
        describe(element, text);
        return new CertificateExtension(EXTENSIONS.getOrDefault(element.name(), element.attribute("oid").orElse("")), element.name(),
                element.attribute("critical").map(flag -> flag.equals("true")).orElse(false), text.toString().strip());
    }

    private static void describe(EventElement element, StringBuilder text) {
        element.attributes().stream().filter(attribute -> !attribute.name().equals("critical"))
                .forEach(attribute -> text.append(attribute.name()).append('=').append(attribute.value()).append(' '));
        text.append(element.text());
        for (EventElement child : element.children()) {
            text.append(text.isEmpty() || text.charAt(text.length() - 1) == ' ' ? "" : "; ").append(child.name()).append(' ');
            describe(child, text);
        }
    }
}

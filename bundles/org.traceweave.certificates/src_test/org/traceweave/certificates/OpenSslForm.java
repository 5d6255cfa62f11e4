package org.traceweave.certificates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.model.Certificate;
import org.traceweave.model.UtcTime;

/** Facts written as the corpus writes them, in OpenSSL's words. */
final class OpenSslForm {

    private static final Map<String, String> USAGES = Map.ofEntries(
            Map.entry("1.3.6.1.5.5.7.3.1", "TLS Web Server Authentication"), Map.entry("1.3.6.1.5.5.7.3.2", "TLS Web Client Authentication"),
            Map.entry("1.3.6.1.5.5.7.3.3", "Code Signing"), Map.entry("1.3.6.1.5.5.7.3.4", "E-mail Protection"),
            Map.entry("1.3.6.1.5.5.7.3.8", "Time Stamping"), Map.entry("1.3.6.1.5.5.7.3.9", "OCSP Signing"),
            Map.entry("2.5.29.37.0", "Any Extended Key Usage"), Map.entry("1.3.6.1.5.2.3.5", "Signing KDC Response"),
            Map.entry("2.16.840.1.113730.4.1", "Netscape Server Gated Crypto"), Map.entry("1.3.6.1.4.1.311.10.3.4", "Microsoft Encrypted File System"),
            Map.entry("1.3.6.1.4.1.311.2.1.22", "Microsoft Commercial Code Signing"));
    private static final Map<String, String> KEY_USAGES = Map.of("digitalSignature", "Digital Signature", "nonRepudiation", "Non Repudiation",
            "keyEncipherment", "Key Encipherment", "dataEncipherment", "Data Encipherment", "keyAgreement", "Key Agreement", "keyCertSign",
            "Certificate Sign", "cRLSign", "CRL Sign", "encipherOnly", "Encipher Only", "decipherOnly", "Decipher Only");
    static final Map<String, String> EXTENSIONS = Map.ofEntries(Map.entry("2.5.29.9", "X509v3 Subject Directory Attributes"),
            Map.entry("2.5.29.14", "X509v3 Subject Key Identifier"), Map.entry("2.5.29.15", "X509v3 Key Usage"),
            Map.entry("2.5.29.17", "X509v3 Subject Alternative Name"), Map.entry("2.5.29.18", "X509v3 Issuer Alternative Name"),
            Map.entry("2.5.29.19", "X509v3 Basic Constraints"), Map.entry("2.5.29.30", "X509v3 Name Constraints"),
            Map.entry("2.5.29.31", "X509v3 CRL Distribution Points"), Map.entry("2.5.29.32", "X509v3 Certificate Policies"),
            Map.entry("2.5.29.33", "X509v3 Policy Mappings"), Map.entry("2.5.29.35", "X509v3 Authority Key Identifier"),
            Map.entry("2.5.29.36", "X509v3 Policy Constraints"), Map.entry("2.5.29.37", "X509v3 Extended Key Usage"),
            Map.entry("2.5.29.46", "X509v3 Freshest CRL"), Map.entry("2.5.29.54", "X509v3 Inhibit Any Policy"),
            Map.entry("1.3.6.1.5.5.7.1.1", "Authority Information Access"), Map.entry("1.3.6.1.5.5.7.1.11", "Subject Information Access"),
            Map.entry("1.3.6.1.5.5.7.1.3", "qcStatements"), Map.entry("1.3.6.1.5.5.7.1.24", "TLS Feature"),
            Map.entry("1.3.6.1.5.5.7.48.1.5", "OCSP No Check"), Map.entry("1.3.6.1.4.1.11129.2.4.2", "CT Precertificate SCTs"),
            Map.entry("1.3.6.1.4.1.11129.2.4.3", "CT Precertificate Poison"), Map.entry("2.16.840.1.113730.1.1", "Netscape Cert Type"),
            Map.entry("2.16.840.1.113730.1.13", "Netscape Comment"), Map.entry("1.2.840.113549.1.9.15", "S/MIME Capabilities"));

    private OpenSslForm() {
    }

    static String time(OptionalLong time) {
        if (time.isEmpty()) {
            return "";
        }
        String text = UtcTime.format(time.getAsLong());
        return text.replace("Z", "").replaceFirst("\\.0+$|(?<=\\.[1-9]{1,6})0+$", "").replace('T', ' ').replaceFirst("^0+", "") + "Z";
    }

    static String colons(String hex) {
        return hex.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
    }

    static String usages(Certificate facts) {
        return critical(facts, "2.5.29.37") + String.join(", ", facts.extendedKeyUsage().stream().map(oid -> USAGES.getOrDefault(oid, oid)).toList());
    }

    static String keyUsages(Certificate facts) {
        return critical(facts, "2.5.29.15") + String.join(", ", facts.keyUsage().stream().map(KEY_USAGES::get).toList());
    }

    static String constraints(Certificate facts) {
        if (facts.isCa().isEmpty()) {
            return "";
        }
        return critical(facts, "2.5.29.19") + "CA:" + (facts.isCa().get() ? "TRUE" : "FALSE")
                + (facts.pathLength().isPresent() ? ", pathlen:" + facts.pathLength().getAsInt() : "");
    }

    static String critical(Certificate facts, String oid) {
        return facts.extensions().stream().anyMatch(extension -> extension.oid().equals(oid) && extension.critical()) ? "critical;" : "";
    }

    static String extensions(Certificate facts) {
        return String.join(";", facts.extensions().stream()
                .map(extension -> EXTENSIONS.getOrDefault(extension.oid(), extension.oid()) + (extension.critical() ? "!" : "")).toList());
    }

    static String names(Certificate facts) {
        List<String> names = new ArrayList<>();
        for (String name : facts.subjectAltNames()) {
            if (name.startsWith("IP:")) {
                names.add("IP Address:" + address(name.substring(3)));
            } else if (name.startsWith("UPN:")) {
                names.add("othername: UPN::" + name.substring(4));
            } else if (name.startsWith("RID:")) {
                names.add("Registered ID:" + name.substring(4));
            } else if (name.startsWith("DirName:")) {
                names.add("DirName:" + slashes(name.substring(8)));
            } else if (name.startsWith("x400:")) {
                names.add("X400Name:<unsupported>");
            } else if (name.startsWith("EDI:")) {
                names.add("EdiPartyName:<unsupported>");
            } else if (name.startsWith("other:")) {
                String[] parts = name.split(":", 3);
                names.add("othername: " + parts[1] + "::" + (parts[2].startsWith("#") ? "<unsupported>" : parts[2]));
            } else {
                names.add(name);
            }
        }
        return critical(facts, "2.5.29.17") + String.join(", ", names);
    }

    /** RFC 4514 turned round into OpenSSL's one-line form. */
    static String slashes(String name) {
        List<String> parts = new ArrayList<>(List.of(name.split("(?<!\\\\),")));
        java.util.Collections.reverse(parts);
        return parts.isEmpty() || name.isEmpty() ? "" : "/" + String.join("/", parts).replace("\\", "");
    }

    private static String address(String text) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        List<String> groups = new ArrayList<>();
        String[] halves = text.split("::", -1);
        List<String> left = halves[0].isEmpty() ? List.of() : List.of(halves[0].split(":"));
        List<String> right = halves.length < 2 || halves[1].isEmpty() ? List.of() : List.of(halves[1].split(":"));
        groups.addAll(left);
        for (int i = left.size() + right.size(); halves.length == 2 && i < 8; i++) {
            groups.add("0");
        }
        groups.addAll(right);
        return String.join(":", groups).toUpperCase(Locale.ROOT);
    }

    /** The URIs that follow {@code before} in a column of the corpus. */
    static List<String> uris(String column, String before) {
        List<String> uris = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?:^| \\| |;)" + before + "URI:(.*?)(?= +(?:CRL Issuer|Reasons):| \\| |$)").matcher(column);
        while (matcher.find()) {
            uris.add(matcher.group(1));
        }
        return uris;
    }
}

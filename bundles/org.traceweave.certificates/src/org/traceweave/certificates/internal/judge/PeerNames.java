package org.traceweave.certificates.internal.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DecodedCertificate.Extension;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.x509.DistinguishedName;
import org.traceweave.certificates.internal.x509.GeneralName;

/** Whether the leaf is for the peer that was expected: RFC 9525. The common name is never looked at. */
final class PeerNames {

    private static final String COMMON_NAME = "2.5.4.3";
    private static final String SOURCE = "RFC 9525 section 6";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";

    private PeerNames() {
    }

    static void check(Path path, List<String> expected, Findings findings) {
        DecodedCertificate leaf = path.get(0);
        List<String> names = leaf.facts().subjectAltNames();
        for (String peer : expected) {
            if (names.isEmpty()) {
                findings.refuse(0, "name", "no subject alternative names, so it is not for " + peer, SOURCE);
            } else if (!covers(leaf, names, peer)) {
                findings.refuse(0, "name", "it is for " + String.join(", ", names) + ", not for " + peer, SOURCE);
            }
        }
    }

    /** As programs did before they looked at alternative names alone: the common name counts where there is no alternative name for a host. */
    static void checkWithCommonName(Path path, List<String> expected, Findings findings) {
        DecodedCertificate leaf = path.get(0);
        if (hasHostNames(leaf)) {
            check(path, expected, findings);
            return;
        }
        List<String> commonNames = leaf.subject().map(subject -> DistinguishedName.values(subject, COMMON_NAME)).orElse(List.of());
        for (String peer : expected) {
            if (commonNames.stream().noneMatch(name -> matches(name, peer))) {
                findings.refuse(0, "name", commonNames.isEmpty() ? "it names no host, so it is not for " + peer
                        : "it is for " + String.join(", ", commonNames) + ", not for " + peer, SOURCE);
            }
        }
    }

    static boolean hasHostNames(DecodedCertificate leaf) {
        return leaf.facts().subjectAltNames().stream().anyMatch(name -> name.startsWith("DNS:") || name.startsWith("IP:"));
    }

    private static boolean covers(DecodedCertificate leaf, List<String> names, String peer) {
        Optional<byte[]> address = IpAddress.parse(peer);
        if (address.isPresent()) {
            return hasAddress(leaf, address.get());
        }
        if (peer.indexOf('@') >= 0) {
            return names.contains("email:" + peer);
        }
        return names.stream().filter(name -> name.startsWith("DNS:")).anyMatch(name -> matches(name.substring(4), peer));
    }

    private static boolean hasAddress(DecodedCertificate leaf, byte[] address) {
        Optional<Extension> extension = leaf.extension(Rfc5280.SUBJECT_ALT_NAME);
        if (extension.isEmpty()) {
            return false;
        }
        for (DerNode name : extension.get().content().children()) {
            if (name.isContext(GeneralName.IP) && java.util.Arrays.equals(name.content(), address)) {
                return true;
            }
        }
        return false;
    }

    /** A wildcard is the whole first label, stands for one label, and has two labels at least after it (section 6.3). */
    static boolean matches(String pattern, String host) {
        String wanted = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).toLowerCase(Locale.ROOT);
        String name = pattern.toLowerCase(Locale.ROOT);
        if (name.indexOf('*') < 0) {
            return name.equals(wanted);
        }
        int dot = wanted.indexOf('.');
        return name.startsWith("*.") && name.indexOf('*', 1) < 0 && name.indexOf('.', 2) > 0 && dot > 0
                && name.substring(1).equals(wanted.substring(dot));
    }

    /** Preferred name syntax of RFC 1034 section 3.5 and RFC 1123, with a wildcard as first label. */
    static boolean hostSyntax(String name) {
        if (name.length() > 253 || IpAddress.parse(name).isPresent()) {
            return false;
        }
        String rest = name.startsWith("*.") ? name.substring(2) : name;
        if (rest.isEmpty()) {
            return false;
        }
        for (String label : rest.split("\\.", -1)) {
            if (label.length() > 63 || !label.matches(LABEL)) {
                return false;
            }
        }
        return true;
    }
}

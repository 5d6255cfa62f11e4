package org.traceweave.certificates.internal.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.LintContext.Role;
import org.traceweave.model.LintLevel;

/** L13, L14, L16, L17, L37 (names), L45: the names a certificate is for. */
final class NameRules {

    static final String IPV4 = "[0-9]{1,3}(\\.[0-9]{1,3}){3}";
    private static final String IPV6 = "[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}(" + IPV4 + ")?";

    private NameRules() {
    }

    static void check(Judged judged) {
        List<String> names = judged.facts.subjectAltNames();
        List<String> hosts = names.stream().filter(name -> name.startsWith("DNS:")).map(name -> name.substring(4)).toList();
        if (judged.server) {
            if (hosts.isEmpty() && names.stream().noneMatch(name -> name.startsWith("IP:"))) {
                judged.add("L13", LintLevel.ERROR, (unreadable(judged) ? "the subject alternative names cannot be decoded"
                        : "no DNS name in the subject alternative names") + "; the common name is no longer looked at");
            }
            commonName(judged, hosts, names);
        }
        asked(judged, hosts, names);
        hosts.forEach(host -> wellFormed(judged, host));
        Set<String> met = new HashSet<>();
        for (String name : names) {
            if (name.endsWith(":") && name.indexOf(':') == name.length() - 1 && !name.startsWith("DNS:")) {
                judged.add("L17", LintLevel.WARNING, "an empty name of kind " + name.substring(0, name.length() - 1));
            }
            if (!met.add(name.toLowerCase(Locale.ROOT))) {
                judged.add("L37", LintLevel.INFO, "name repeated: " + name);
            }
        }
    }

    private static boolean unreadable(Judged judged) {
        return judged.facts.problems().stream().anyMatch(problem -> problem.field().equals("subjectAltName"));
    }

    private static void commonName(Judged judged, List<String> hosts, List<String> names) {
        for (String commonName : judged.commonNames()) {
            boolean repeated = hosts.stream().anyMatch(commonName::equalsIgnoreCase) || names.contains("IP:" + commonName);
            boolean host = looksLikeHost(commonName) || commonName.matches(IPV4);
            if (host && !repeated && !unreadable(judged)) {
                judged.add("L16", LintLevel.WARNING, "common name " + commonName + " is not among the subject alternative names");
            }
        }
    }

    private static void asked(Judged judged, List<String> hosts, List<String> names) {
        judged.context.askedHost().ifPresent(asked -> {
            String host = asked.endsWith(".") ? asked.substring(0, asked.length() - 1) : asked;
            boolean user = judged.tlsDskUser || judged.context.role() == Role.TLS_DSK_USER;
            if (user && judged.context.role() == Role.TLS_DSK_USER && judged.facts.issuer().filter(name -> name.contains("CN=Communications Server")).isEmpty()) {
                judged.add("L45", LintLevel.WARNING, "the client's certificate is from " + judged.facts.issuer().orElse("an unnamed issuer")
                        + ", not from a Front End (Communications Server)");
            }
            if (user) {
                boolean own = judged.commonNames().stream().anyMatch(name -> name.equalsIgnoreCase(host));
                if (!own) {
                    judged.add("L45", LintLevel.WARNING, "the client's certificate is for " + named(judged.commonNames()) + ", not for " + host);
                }
                return;
            }
            boolean matches = hosts.stream().anyMatch(name -> matches(name, host)) || names.contains("IP:" + host)
                    || hosts.isEmpty() && judged.commonNames().stream().anyMatch(name -> matches(name, host));
            if (!matches) {
                judged.add("L14", LintLevel.ERROR, "asked for " + host + ", the certificate is for "
                        + named(hosts.isEmpty() ? judged.commonNames() : hosts));
            }
        });
    }

    /** What a certificate is called in a sentence. */
    static String called(DecodedCertificate certificate) {
        return certificate.facts().subject().filter(name -> !name.isEmpty()).orElse("a certificate without a name");
    }

    private static String named(List<String> names) {
        return names.isEmpty() ? "no name" : String.join(", ", names);
    }

    /** Whether a certificate's name covers a host; a wildcard stands for one whole label (RFC 9525 section 6.3). */
    static boolean matches(String name, String host) {
        if (name.equalsIgnoreCase(host)) {
            return true;
        }
        int dot = host.indexOf('.');
        return name.startsWith("*.") && dot > 0 && name.substring(1).equalsIgnoreCase(host.substring(dot));
    }

    /** Whether a common name is meant as a host name. */
    static boolean looksLikeHost(String name) {
        return name.matches("(\\*\\.)?([A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?\\.)+[A-Za-z][A-Za-z0-9-]*");
    }

    private static void wellFormed(Judged judged, String host) {
        String bad = null;
        if (host.isEmpty()) {
            bad = "an empty DNS name";
        } else if (host.length() > 253) {
            bad = "a name of " + host.length() + " characters, longer than the 253 of a DNS name";
        } else if (!host.endsWith(".") && (host.startsWith(".") || host.contains(".."))) {
            bad = "an empty label in " + host;
        } else if (host.lastIndexOf('*') > 0 || host.startsWith("*") && !host.startsWith("*.")) {
            bad = "a wildcard that is not the whole of the first label in " + host;
        } else if (host.matches("(.*\\.)?(-[^.]*|[^.]*-)(\\..*)?")) {
            bad = "a label with a hyphen at its beginning or end in " + host;
        } else if (host.matches(IPV4) || host.matches(IPV6)) {
            bad = "an IP address written as DNS name: " + host;
        } else if (host.endsWith(".")) {
            bad = "a trailing dot in " + host;
        } else if (host.indexOf('_') >= 0) {
            bad = "an underscore in " + host;
        } else if (!host.matches("(\\*\\.)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
            bad = "not a host name: " + host;
        } else if (host.indexOf('.') < 0 && judged.context.publicTrust()) {
            bad = "a name without a domain: " + host;
        }
        if (bad != null) {
            judged.add("L17", LintLevel.WARNING, bad);
        }
    }
}

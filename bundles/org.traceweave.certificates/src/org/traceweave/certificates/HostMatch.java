package org.traceweave.certificates;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.model.Certificate;

/**
 * Whether a certificate is for a host, by the rules of RFC 9525: a wildcard is the whole first label and stands for one label.
 *
 * @param name the certificate's name that covers the host; empty where none does
 */
public record HostMatch(Kind kind, Optional<String> name) {

    /** How a host is covered. */
    public enum Kind {
        /** One of the alternative names is the host. */
        NAME,
        /** A wildcard covers it. */
        WILDCARD,
        /** Only the common name does, which browsers and RFC 9525 no longer look at; older clients do. */
        COMMON_NAME,
        NONE
    }

    /** How {@code certificate} covers a host name or an IP address. */
    public static HostMatch of(Certificate certificate, String asked) {
        String host = (asked.endsWith(".") ? asked.substring(0, asked.length() - 1) : asked).toLowerCase(Locale.ROOT);
        List<String> names = certificate.subjectAltNames();
        for (String name : names) {
            boolean dns = name.startsWith("DNS:") && name.substring(4).equalsIgnoreCase(host);
            if (dns || name.startsWith("IP:") && name.substring(3).equalsIgnoreCase(host)) {
                return new HostMatch(Kind.NAME, Optional.of(name.substring(name.indexOf(':') + 1)));
            }
        }
        for (String name : names) {
            if (name.startsWith("DNS:*.") && wildcard(name.substring(4).toLowerCase(Locale.ROOT), host)) {
                return new HostMatch(Kind.WILDCARD, Optional.of(name.substring(4)));
            }
        }
        boolean noNames = names.stream().noneMatch(name -> name.startsWith("DNS:"));
        Optional<String> common = certificate.subject().map(HostMatch::commonName).filter(name -> name.equalsIgnoreCase(host));
        return noNames && common.isPresent() ? new HostMatch(Kind.COMMON_NAME, common) : new HostMatch(Kind.NONE, Optional.empty());
    }

    private static boolean wildcard(String pattern, String host) {
        int dot = host.indexOf('.');
        return pattern.indexOf('*', 1) < 0 && pattern.indexOf('.', 2) > 0 && dot > 0 && pattern.substring(1).equals(host.substring(dot));
    }

    private static String commonName(String subject) {
        for (String part : subject.split("(?<!\\\\),")) {
            if (part.strip().startsWith("CN=")) {
                return part.strip().substring("CN=".length());
            }
        }
        return "";
    }

    public boolean covers() {
        return kind != Kind.NONE;
    }
}

package org.traceweave.certificates.internal.judge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.x509.GeneralName;

/** The subtrees of RFC 5280 section 4.2.1.10, form by form. */
final class NameSubtree {

    private NameSubtree() {
    }

    /** The number of the name's form in GeneralName; a subject is a directory name, a mail address in it a mail address. */
    static int form(DerNode name) {
        if (name.tagClass() == DerNode.CONTEXT) {
            return name.tagNumber();
        }
        return name.isSequence() ? GeneralName.DIRECTORY : GeneralName.EMAIL;
    }

    static boolean supported(int form) {
        return switch (form) {
            case GeneralName.DNS, GeneralName.EMAIL, GeneralName.URI, GeneralName.IP, GeneralName.DIRECTORY -> true;
            default -> false;
        };
    }

    /** Whether the whole name lies in the subtree. */
    static boolean within(DerNode name, DerNode base) {
        return switch (form(name)) {
            case GeneralName.DNS -> host(withoutWildcard(text(name)), text(base));
            case GeneralName.EMAIL -> mailbox(DerValues.ia5(name), DerValues.ia5(base));
            case GeneralName.URI -> uriHost(text(name), text(base));
            case GeneralName.IP -> address(name, base);
            case GeneralName.DIRECTORY -> NameComparison.within(inner(name), inner(base));
            default -> false;
        };
    }

    /** Whether some name that {@code name} stands for lies in the subtree; differs from {@link #within} for wildcards. */
    static boolean touches(DerNode name, DerNode base) {
        if (within(name, base)) {
            return true;
        }
        String text = form(name) == GeneralName.DNS ? text(name) : "";
        if (!text.startsWith("*.")) {
            return false;
        }
        String forbidden = text(base);
        int dot = forbidden.indexOf('.');
        return dot > 0 && forbidden.substring(dot).equals(text.substring(1));
    }

    /** An address and a prefix mask of the same length. */
    static boolean isRange(DerNode base) {
        int length = base.contentLength() / 2;
        if (base.contentLength() != 8 && base.contentLength() != 32) {
            return false;
        }
        boolean ended = false;
        for (int bit = 0; bit < length * 8; bit++) {
            boolean set = (base.contentByte(length + bit / 8) >> 7 - bit % 8 & 1) != 0;
            if (set && ended) {
                return false;
            }
            ended |= !set;
        }
        return true;
    }

    private static String text(DerNode name) {
        return DerValues.ia5(name).toLowerCase(Locale.ROOT);
    }

    private static String withoutWildcard(String host) {
        return host.startsWith("*.") ? host.substring(2) : host;
    }

    /** A host is in the subtree of a domain it is or lies below; a leading dot leaves the domain itself out. */
    private static boolean host(String host, String base) {
        if (base.isEmpty()) {
            return true;
        }
        return base.startsWith(".") ? host.endsWith(base) : host.equals(base) || host.endsWith("." + base);
    }

    /** The base is a mailbox, a host for all its mailboxes, or with a leading dot a domain for all its hosts. */
    private static boolean mailbox(String address, String base) {
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return false;
        }
        String host = address.substring(at + 1);
        int baseAt = base.lastIndexOf('@');
        if (baseAt >= 0) {
            return address.substring(0, at).equals(base.substring(0, baseAt)) && host.equalsIgnoreCase(base.substring(baseAt + 1));
        }
        String domain = base.toLowerCase(Locale.ROOT);
        return domain.startsWith(".") ? host.toLowerCase(Locale.ROOT).endsWith(domain) : host.equalsIgnoreCase(base);
    }

    private static boolean uriHost(String uri, String base) {
        try {
            String host = new URI(uri).getHost();
            return host != null && IpAddress.parse(host).isEmpty() && (base.startsWith(".") ? host.endsWith(base) : host.equals(base));
        } catch (URISyntaxException e) {
            return false; // a URI without a host is in no subtree
        }
    }

    private static boolean address(DerNode name, DerNode range) {
        int length = name.contentLength();
        if (range.contentLength() != 2 * length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int mask = range.contentByte(length + i);
            if ((name.contentByte(i) & mask) != (range.contentByte(i) & mask)) {
                return false;
            }
        }
        return true;
    }

    private static DerNode inner(DerNode directoryName) {
        return directoryName.isSequence() || directoryName.children().isEmpty() ? directoryName : directoryName.children().getFirst();
    }
}

package org.traceweave.readers.windows.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the accounts of people from those of machines and services, and writes them in the product's form. */
public final class UserNames {

    private static final Set<String> SERVICES = Set.of("system", "local service", "network service", "anonymous logon", "anonymous",
            "krbtgt", "iusr", "guest", "localsystem", "nobody", "everyone");
    private static final Set<String> SERVICE_DOMAINS = Set.of("nt authority", "nt service", "window manager", "font driver host",
            "iis apppool", "nt virtual machine");

    private UserNames() {
    }

    /**
     * The identity of a person: {@code name@domain}, a user principal name, or the bare name where no domain is known, in lower case;
     * null for machines, services and placeholders.
     */
    public static @Nullable String identity(String name, @Nullable String domain) {
        String user = name.trim().toLowerCase(Locale.ROOT);
        String realm = domain == null ? "" : domain.trim().toLowerCase(Locale.ROOT);
        if (user.startsWith("sip:")) {
            user = user.substring(4);
        }
        int slash = user.indexOf('\\');
        if (slash >= 0) {
            realm = user.substring(0, slash);
            user = user.substring(slash + 1);
        }
        if (!isPerson(user) || SERVICE_DOMAINS.contains(realm)) {
            return null;
        }
        return user.indexOf('@') > 0 || realm.isEmpty() || realm.equals("-") ? user : user + "@" + realm;
    }

    private static boolean isPerson(String user) {
        int at = user.indexOf('@');
        String local = at > 0 ? user.substring(0, at) : user;
        return !local.isEmpty() && !local.equals("-") && !local.endsWith("$") && !local.startsWith("s-1-")
                && !local.startsWith("dwm-") && !local.startsWith("umfd-") && !local.startsWith("healthmailbox")
                && !SERVICES.contains(local) && local.indexOf('/') < 0 && !local.startsWith("%%");
    }

    /**
     * The people a certificate names: the common name where it is an address, principal names, mail and SIP addresses among the
     * alternative names ({@code UPN:}, {@code email:}, {@code URI:sip:}); lower-case, each once.
     */
    public static List<String> ofCertificate(Optional<String> subject, List<String> alternativeNames) {
        Set<String> found = new LinkedHashSet<>();
        subject.flatMap(UserNames::addressIn).ifPresent(found::add);
        for (String name : alternativeNames) {
            String plain = name.regionMatches(true, 0, "URI:sip:", 0, 8) ? name.substring(8)
                    : name.startsWith("UPN:") ? name.substring(4) : name.startsWith("email:") ? name.substring(6) : "";
            String identity = plain.indexOf('@') > 0 ? identity(plain, null) : null;
            if (identity != null) {
                found.add(identity);
            }
        }
        return List.copyOf(found);
    }

    /** The address that a distinguished name's common name is, or that a plain name is. */
    public static Optional<String> addressIn(String name) {
        for (String part : name.split(",")) {
            String plain = part.strip();
            String value = plain.regionMatches(true, 0, "CN=", 0, 3) ? plain.substring(3) : plain;
            boolean address = value.indexOf('@') > 0 && value.indexOf(' ') < 0 && value.indexOf('=') < 0;
            String identity = address ? identity(value, null) : null;
            if (identity != null) {
                return Optional.of(identity);
            }
        }
        return Optional.empty();
    }
}

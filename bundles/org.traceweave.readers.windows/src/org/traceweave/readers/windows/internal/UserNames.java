package org.traceweave.readers.windows.internal;

import java.util.Locale;
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
}

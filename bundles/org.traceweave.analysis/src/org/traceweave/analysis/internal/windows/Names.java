package org.traceweave.analysis.internal.windows;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The forms in which logs write the same user, address, host or serial number, brought to one that can be compared. */
final class Names {

    private Names() {
    }

    /**
     * A user by the local part and the first label of the domain: {@code CONTOSO\orion.room}, {@code orion.room@contoso} and
     * {@code orion.room@contoso.com} are one. A bare name has an empty domain.
     */
    static String user(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        int slash = lower.indexOf('\\');
        if (slash >= 0) {
            return lower.substring(slash + 1) + "@" + firstLabel(lower.substring(0, slash));
        }
        int at = lower.indexOf('@');
        return at < 0 ? lower + "@" : lower.substring(0, at) + "@" + firstLabel(lower.substring(at + 1));
    }

    /** The same without its domain. */
    static String bareUser(String name) {
        String key = user(name);
        return key.substring(0, key.indexOf('@') + 1);
    }

    static String firstLabel(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The short name of a host in upper case; of {@code name:port} and of {@code address:port} too. */
    static String host(String name) {
        String portless = withoutPort(name.strip());
        return isAddress(portless) ? portless : firstLabel(portless).toUpperCase(Locale.ROOT);
    }

    /** An address or name without its port. */
    static String withoutPort(String peer) {
        int colon = peer.lastIndexOf(':');
        boolean port = colon > 0 && colon < peer.length() - 1 && peer.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        boolean bareIpv6 = port && peer.indexOf(':') != colon && !peer.startsWith("[");
        return port && !bareIpv6 ? peer.substring(0, colon) : peer;
    }

    static boolean hasPort(String peer) {
        return !withoutPort(peer).equals(peer);
    }

    private static boolean isAddress(String name) {
        return name.indexOf(':') >= 0 || !name.isEmpty() && name.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    /** A serial number as printed, and with its bytes in reverse order, both without leading zeros. */
    static Set<String> serials(String printed) {
        String hex = printed.toLowerCase(Locale.ROOT).replace(" ", "").replace(":", "");
        String whole = hex.length() % 2 == 0 ? hex : "0" + hex;
        StringBuilder reversed = new StringBuilder(whole.length());
        for (int at = whole.length() - 2; at >= 0; at -= 2) {
            reversed.append(whole, at, at + 2);
        }
        Set<String> both = new LinkedHashSet<>(List.of(serial(whole)));
        both.add(serial(reversed.toString()));
        return both;
    }

    /** A serial number without leading zeros and sign. */
    static String serial(String hex) {
        String digits = hex.startsWith("-") ? hex.substring(1) : hex;
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start).toLowerCase(Locale.ROOT);
    }
}

package org.traceweave.probe;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The endpoint to be probed.
 *
 * @param host a name in ASCII, or an address without brackets
 * @param path what a GET would ask for, with its query; {@code /} if none was given
 */
public record ProbeTarget(String host, int port, String path) {

    private static final int HTTPS = 443;
    private static final int SIPS = 5061;
    private static final int MAX_PORT = 65_535;

    /**
     * Reads {@code https://host:port/path}, {@code sips:host}, {@code host:port}, {@code host} or {@code [::1]:443}. Without a port, 443, and 5061 for
     * {@code sips}.
     *
     * @throws IllegalArgumentException if that is none; the message says why
     */
    public static ProbeTarget parse(String text) {
        String given = text.strip();
        if (given.isEmpty()) {
            throw new IllegalArgumentException("Nothing to probe is named; give a URL or HOST:PORT");
        }
        String lower = given.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://")) {
            throw new IllegalArgumentException(given + " is not encrypted, so there is no certificate to fetch; give an https:// URL or HOST:PORT");
        }
        if (lower.startsWith("sips:") || lower.startsWith("tls://")) {
            String rest = given.substring(given.indexOf(':') + 1).replaceFirst("^//", "").replaceFirst("^[^@]*@", "").replaceFirst("[;?].*$", "");
            return ofAuthority(rest, given, lower.startsWith("sips:") ? SIPS : HTTPS, "/");
        }
        if (!lower.contains("://")) {
            int slash = given.indexOf('/');
            return slash < 0 ? ofAuthority(given, given, HTTPS, "/") : ofAuthority(given.substring(0, slash), given, HTTPS, given.substring(slash));
        }
        if (!lower.startsWith("https://")) {
            throw new IllegalArgumentException("Only https:// URLs can be probed, not " + given + "; give HOST:PORT for other protocols over TLS");
        }
        return ofUrl(given);
    }

    private static ProbeTarget ofUrl(String url) {
        try {
            URI uri = new URI(url);
            String authority = uri.getRawAuthority();
            if (authority == null) {
                throw new IllegalArgumentException(url + " names no host");
            }
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return ofAuthority(authority.replaceFirst("^.*@", ""), url, HTTPS, path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(url + " is no URL: " + e.getReason(), e);
        }
    }

    private static ProbeTarget ofAuthority(String authority, String given, int unlessSaid, String path) {
        String host = authority;
        int port = unlessSaid;
        int colon = authority.lastIndexOf(':');
        boolean bareAddress = authority.indexOf(':') != colon && !authority.startsWith("[");
        if (colon > authority.lastIndexOf(']') && !bareAddress) {
            host = authority.substring(0, colon);
            port = port(authority.substring(colon + 1), given);
        }
        return new ProbeTarget(hostName(host.replaceAll("^\\[|\\]$", ""), given), port, path.replaceAll("[\\s\\p{Cntrl}]", "%20"));
    }

    private static int port(String digits, String given) {
        int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("The port in " + given + " is not between 1 and " + MAX_PORT);
        }
        return port;
    }

    private static String hostName(String name, String given) {
        if (name.indexOf(':') >= 0) {
            return name;
        }
        try {
            String ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
            if (!ascii.isEmpty() && ascii.length() <= 253 && ascii.matches("[A-Za-z0-9_.-]+")) {
                return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The host in " + given + " is no host name", e);
        }
        throw new IllegalArgumentException("The host in " + given + " is no host name");
    }

    /** Whether the host is an address and no name. */
    public boolean isAddress() {
        return host.indexOf(':') >= 0 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    /** {@code host:port}, an IPv6 address in brackets. */
    public String authority() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return authority();
    }
}

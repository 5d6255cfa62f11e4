package org.traceweave.probe;

import java.util.Optional;

/**
 * An HTTP proxy through which an endpoint is reached with CONNECT.
 *
 * @param user for Basic, Digest and NTLM (then also {@code DOMAIN\\user}); asked for only if the proxy demands one
 * @param password never printed
 */
public record ProbeProxy(String host, int port, Optional<String> user, Optional<char[]> password) {

    private static final int USUAL_PORT = 8080;

    /**
     * Reads {@code host}, {@code host:port} or {@code http://host:port}; without a port, 8080.
     *
     * @throws IllegalArgumentException if that is none; the message says why
     */
    public static ProbeProxy parse(String text) {
        String rest = text.strip().replaceFirst("(?i)^http://", "").replaceFirst("/$", "");
        if (rest.contains("://")) {
            throw new IllegalArgumentException("Only HTTP proxies are known; give --proxy as HOST:PORT");
        }
        if (rest.contains("@")) {
            throw new IllegalArgumentException("A user does not belong into the proxy's address, where others may read it; give --proxy-user");
        }
        boolean hasPort = rest.lastIndexOf(':') > rest.lastIndexOf(']') && (rest.startsWith("[") || rest.indexOf(':') == rest.lastIndexOf(':'));
        ProbeTarget place = ProbeTarget.parse(hasPort ? rest : rest + ":" + USUAL_PORT);
        return new ProbeProxy(place.host(), place.port(), Optional.empty(), Optional.empty());
    }

    public ProbeProxy withUser(String newUser, Optional<char[]> newPassword) {
        return new ProbeProxy(host, port, Optional.of(newUser), newPassword);
    }

    /** {@code host:port}, and nothing of the user. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}

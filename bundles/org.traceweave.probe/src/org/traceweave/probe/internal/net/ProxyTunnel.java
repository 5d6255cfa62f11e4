package org.traceweave.probe.internal.net;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.ProbeProxy;
import org.traceweave.probe.ProbeTarget;

/** Asks an HTTP proxy for a tunnel (CONNECT, RFC 9110 section 9.3.6), with Basic or Digest authentication where it wants one. */
final class ProxyTunnel {

    private static final int MAX_HEAD = 64 * 1024;
    private static final int OK = 200;
    private static final int AUTHENTICATION_REQUIRED = 407;
    private static final String HEADER = "proxy-authenticate:";

    private final ProbeTarget target;
    private final ProbeProxy proxy;
    private final Duration timeout;
    private final BooleanSupplier cancelled;

    ProxyTunnel(ProbeTarget target, ProbeProxy proxy, Duration timeout, BooleanSupplier cancelled) {
        this.target = target;
        this.proxy = proxy;
        this.timeout = timeout;
        this.cancelled = cancelled;
    }

    /** The head of a proxy's answer. */
    private record Head(int status, String statusLine, List<String> headers) {

        List<ProxyChallenge> challenges() {
            List<ProxyChallenge> challenges = new ArrayList<>();
            headers.stream().filter(line -> line.regionMatches(true, 0, HEADER, 0, HEADER.length()))
                    .forEach(line -> challenges.addAll(ProxyChallenge.parse(line.substring(HEADER.length()))));
            return challenges;
        }
    }

    Wire open() throws ProbeException {
        Wire wire = connect();
        Head head = ask(wire, Optional.empty());
        if (head.status == AUTHENTICATION_REQUIRED) {
            wire.close(); // many proxies close here, and others send a body: a connection of its own is simpler and always works
            String credentials = credentials(head.challenges());
            wire = connect();
            head = ask(wire, Optional.of(credentials));
        }
        if (head.status == OK) {
            return wire;
        }
        wire.close();
        throw new ProbeException(Kind.PROXY, refusal(head));
    }

    private Wire connect() throws ProbeException {
        return Wire.connect(proxy.host(), proxy.port(), "The proxy " + proxy, timeout, cancelled);
    }

    private String credentials(List<ProxyChallenge> challenges) throws ProbeException {
        List<String> schemes = challenges.stream().map(ProxyChallenge::scheme).distinct().toList();
        if (proxy.user().isEmpty()) {
            throw new ProbeException(Kind.PROXY, "The proxy " + proxy + " wants to know who asks (407, it takes " + named(schemes)
                    + "): give a user and password for it");
        }
        Optional<String> answer = challenges.stream().flatMap(challenge -> challenge.digest(proxy, target.authority()).stream()).findFirst()
                .or(() -> challenges.stream().flatMap(challenge -> challenge.basic(proxy).stream()).findFirst());
        return answer.orElseThrow(() -> new ProbeException(Kind.PROXY, "The proxy " + proxy + " takes " + named(schemes)
                + " only, and here Basic and Digest are known: ask for an exception for this machine, or probe from where no proxy is needed"));
    }

    private static String named(List<String> schemes) {
        return schemes.isEmpty() ? "a way that it does not name" : String.join(", ", schemes);
    }

    private Head ask(Wire wire, Optional<String> credentials) throws ProbeException {
        wire.write(("CONNECT " + target.authority() + " HTTP/1.1\r\nHost: " + target.authority() + "\r\n"
                + credentials.map(value -> "Proxy-Authorization: " + value + "\r\n").orElse("") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ending = 0;
        while (ending < 4) {
            byte next = wire.read(1)[0]; // byte by byte, as what follows the head belongs to the tunnel
            head.write(next);
            ending = next == (ending % 2 == 0 ? '\r' : '\n') ? ending + 1 : next == '\r' ? 1 : 0;
            if (head.size() > MAX_HEAD || head.size() == 5 && !head.toString(StandardCharsets.ISO_8859_1).equals("HTTP/")) {
                throw new ProbeException(Kind.PROXY, "The proxy " + proxy + " does not answer as an HTTP proxy");
            }
        }
        List<String> lines = List.of(head.toString(StandardCharsets.ISO_8859_1).strip().split("\r\n"));
        String[] status = lines.getFirst().split(" ", 3);
        int code = status.length > 1 && status[1].matches("\\d{3}") ? Integer.parseInt(status[1]) : 0;
        return new Head(code, lines.getFirst(), lines.subList(1, lines.size()));
    }

    private String refusal(Head head) {
        return switch (head.status) {
            case AUTHENTICATION_REQUIRED -> "The proxy " + proxy + " did not accept the user " + proxy.user().orElse("")
                    + " (407): check user and password";
            case 403 -> "The proxy " + proxy + " does not allow a connection to " + target + " (" + head.statusLine + ")";
            case 502, 503, 504 -> "The proxy " + proxy + " could not reach " + target + " (" + head.statusLine + ")";
            default -> "The proxy " + proxy + " did not open a connection to " + target + " (" + head.statusLine + ")";
        };
    }
}

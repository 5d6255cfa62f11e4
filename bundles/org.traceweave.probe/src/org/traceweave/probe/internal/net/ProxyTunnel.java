package org.traceweave.probe.internal.net;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.ProbeProxy;
import org.traceweave.probe.ProbeTarget;

/** Asks an HTTP proxy for a tunnel (CONNECT, RFC 9110 section 9.3.6), with Basic, Digest or NTLM authentication where it wants one. */
final class ProxyTunnel {

    private static final long MILLIS_1601_TO_1970 = 11_644_473_600_000L;
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

        /** How much follows the head, which must be read before the connection can be used again. */
        int bodyLength() {
            return headers.stream().map(line -> line.toLowerCase(Locale.ROOT)).filter(line -> line.matches("content-length:\\s*\\d{1,7}"))
                    .map(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip())).findFirst().orElse(0);
        }
    }

    Wire open() throws ProbeException {
        Wire wire = connect();
        Head head = ask(wire, Optional.empty());
        if (head.status == AUTHENTICATION_REQUIRED) {
            wire.close(); // many proxies close here, and others send a body: a connection of its own is simpler and always works
            List<ProxyChallenge> challenges = head.challenges();
            Optional<String> digest = challenges.stream().flatMap(challenge -> challenge.digest(proxy, target.authority()).stream()).findFirst();
            boolean ntlm = digest.isEmpty() && proxy.user().isPresent() && challenges.stream().anyMatch(each -> each.scheme()
                    .equalsIgnoreCase("NTLM"));
            wire = connect();
            head = ntlm ? askWithNtlm(wire) : ask(wire, Optional.of(credentials(challenges, digest)));
        }
        if (head.status == OK) {
            return wire;
        }
        wire.close();
        throw new ProbeException(Kind.PROXY, refusal(head));
    }

    /** Three requests over one connection. */
    private Head askWithNtlm(Wire wire) throws ProbeException {
        Head head = ask(wire, Optional.of("NTLM " + Base64.getEncoder().encodeToString(NtlmExchange.negotiate())));
        Optional<byte[]> challenge = head.challenges().stream().flatMap(each -> each.ntlm().stream()).findFirst();
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        Optional<byte[]> answer = challenge.flatMap(bytes -> new NtlmExchange(proxy.user().orElse("")).authenticate(bytes,
                proxy.password().orElse(new char[0]),
                random, fileTime()));
        if (head.status != AUTHENTICATION_REQUIRED || answer.isEmpty()) {
            return head;
        }
        wire.read(head.bodyLength());
        return ask(wire, Optional.of("NTLM " + Base64.getEncoder().encodeToString(answer.get())));
    }

    /** Tenths of microseconds since 1601, as Windows counts. */
    private static long fileTime() {
        return (System.currentTimeMillis() + MILLIS_1601_TO_1970) * 10_000;
    }

    private Wire connect() throws ProbeException {
        return Wire.connect(proxy.host(), proxy.port(), "The proxy " + proxy, timeout, cancelled);
    }

    private String credentials(List<ProxyChallenge> challenges, Optional<String> digest) throws ProbeException {
        List<String> schemes = challenges.stream().map(ProxyChallenge::scheme).distinct().toList();
        if (proxy.user().isEmpty()) {
            throw new ProbeException(Kind.PROXY, "The proxy " + proxy + " wants to know who asks (407, it takes " + named(schemes)
                    + "): give a user and password for it");
        }
        Optional<String> answer = digest.or(() -> challenges.stream().flatMap(challenge -> challenge.basic(proxy).stream()).findFirst());
        return answer.orElseThrow(() -> new ProbeException(Kind.PROXY, "The proxy " + proxy + " takes " + named(schemes)
                + " only, and here Basic, Digest and NTLM are known: ask for an exception for this machine, or probe from where no proxy is needed"));
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

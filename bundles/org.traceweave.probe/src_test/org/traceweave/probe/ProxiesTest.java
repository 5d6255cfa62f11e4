package org.traceweave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.probe.ProbeFailure.Kind;

/** Endpoints behind an HTTP proxy. */
class ProxiesTest {

    private static final String OPEN = "HTTP/1.1 200 Connection established\r\nVia: proxy\r\n\r\n";
    private static final String SECRET = "s3cr3t:Pässword";

    /** A proxy that answers CONNECT as told and, if it answers 200, pumps bytes to the target. */
    private static Loopback proxy(Function<String, String> answer) {
        return Loopback.serving((socket, received) -> {
            String request = head(socket, received);
            String response = answer.apply(request);
            socket.getOutputStream().write(response.getBytes(StandardCharsets.ISO_8859_1));
            if (response.startsWith("HTTP/1.1 200")) {
                int port = Integer.parseInt(request.substring(request.indexOf(':') + 1, request.indexOf(" HTTP")));
                try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    Thread back = new Thread(() -> pump(target, socket));
                    back.start();
                    socket.getInputStream().transferTo(target.getOutputStream());
                    target.shutdownOutput();
                    back.join();
                }
            }
        });
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (java.io.IOException e) {
            // either side has gone
        }
    }

    private static String head(Socket socket, ByteArrayOutputStream received) throws java.io.IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new java.io.IOException("the client went away");
            }
            received.write(next);
            head.append((char) next);
        }
        return head.toString();
    }

    private static ProbeResult probe(Loopback server, Loopback proxy, Optional<String> password) {
        ProbeProxy through = ProbeProxy.parse("localhost:" + proxy.port());
        ProbeResult result = Probing.probe(Probing.request(server.target())
                .withProxy(Optional.of(password.isPresent() ? through.withUser("anna", password.map(String::toCharArray)) : through)));
        assertFalse(result.toString().contains("s3cr3t"), "the password is in the result");
        return result;
    }

    @Test
    void theChainIsFetchedThroughATunnel() {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER).start(); Loopback proxy = proxy(request -> OPEN)) {
            ProbeResult result = probe(server, proxy, Optional.empty());
            assertEquals(Probing.SERVER.sha1(), result.certificates().getFirst().sha1().orElseThrow());
            assertEquals(Optional.of("127.0.0.1:" + proxy.port()), result.address());
            proxy.close();
            assertTrue(new String(proxy.received().getFirst(), StandardCharsets.ISO_8859_1).startsWith("CONNECT localhost:" + server.port()
                    + " HTTP/1.1\r\n"));
        }
    }

    @Test
    void basicAuthenticationIsAnsweredInUtf8WhenAskedFor() {
        String expected = "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(("anna:" + SECRET).getBytes(StandardCharsets.UTF_8))
                + "\r\n";
        try (Loopback server = TlsServerScript.sending(Probing.SERVER).start();
                Loopback proxy = proxy(request -> request.contains(expected) ? OPEN
                        : "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: Basic realm=\"the, proxy\"\r\n\r\n")) {
            assertTrue(probe(server, proxy, Optional.of(SECRET)).handshake().isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Digest realm=\"r\", nonce=\"n0\", qop=\"auth,auth-int\", opaque=\"o\", algorithm=MD5",
        "Basic realm=\"r\", Digest realm=\"r\", nonce=\"n0\", qop=\"auth\", algorithm=SHA-256", "Digest realm=\"r\",nonce=\"n0\"",
        "Digest realm=\"r\", nonce=\"n0\", qop=auth, algorithm=MD5-sess"})
    void digestAuthenticationIsAnsweredBeforeBasic(String challenge) {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER).start();
                Loopback proxy = proxy(request -> digestIsRight(request) ? OPEN
                        : "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: " + challenge + "\r\n\r\n")) {
            ProbeResult result = probe(server, proxy, Optional.of(SECRET));
            assertTrue(result.handshake().isPresent(), () -> result.failure().toString());
        }
    }

    /** Computes the response anew from what the request says. */
    private static boolean digestIsRight(String request) {
        int at = request.indexOf("Proxy-Authorization: Digest ");
        if (at < 0) {
            return false;
        }
        String header = request.substring(at);
        String algorithm = value(header, "algorithm");
        String hash = algorithm.startsWith("SHA-256") ? "SHA-256" : "MD5";
        String first = hex(hash, value(header, "username") + ":" + value(header, "realm") + ":" + SECRET);
        if (algorithm.endsWith("-sess")) {
            first = hex(hash, first + ":" + value(header, "nonce") + ":" + value(header, "cnonce"));
        }
        String second = hex(hash, "CONNECT:" + value(header, "uri"));
        String middle = value(header, "qop").isEmpty() ? ":" + value(header, "nonce") + ":"
                : ":" + value(header, "nonce") + ":" + value(header, "nc") + ":" + value(header, "cnonce") + ":" + value(header, "qop") + ":";
        return hex(hash, first + middle + second).equals(value(header, "response")) && value(header, "username").equals("anna");
    }

    private static String value(String header, String name) {
        Matcher matcher = Pattern.compile("[ ,]" + name + "=\"?([^\",\\r]*)").matcher(header);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String hex(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ntlmIsAnsweredInThreeRequestsOverOneConnection() {
        String refusal = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ";
        byte[] challenge = ByteBuffer.allocate(52).order(ByteOrder.LITTLE_ENDIAN).put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).putInt(2)
                .putLong(0).putInt(0x00088205).put(HexFormat.of().parseHex("0123456789abcdef")).putLong(0).putShort((short) 4).putShort((short) 4)
                        .putInt(48)
                .putInt(0).array();
        try (Loopback server = TlsServerScript.sending(Probing.SERVER).start(); Loopback proxy = Loopback.serving((socket, received) -> {
            String request = head(socket, received);
            int at = request.indexOf("Proxy-Authorization: NTLM ");
            if (at < 0) {
                write(socket, refusal + "Negotiate\r\nProxy-Authenticate: NTLM\r\nProxy-Authenticate: Basic realm=\"r\"\r\n\r\n");
                return;
            }
            write(socket, refusal + "NTLM " + Base64.getEncoder().encodeToString(challenge) + "\r\nContent-Length: 5\r\n\r\nsorry");
            String last = head(socket, received);
            String token = last.substring(last.indexOf("NTLM ") + 5).strip();
            if (!ntlmIsRight(Base64.getDecoder().decode(token))) {
                write(socket, refusal + "NTLM\r\n\r\n");
                return;
            }
            write(socket, OPEN);
            Loopback.readSome(socket, received);
            socket.getOutputStream().write(TlsServerScript.sending(Probing.SERVER).flight(new byte[64]));
            Loopback.readToEnd(socket, received);
        })) {
            ProbeResult right = probe(server, proxy, Optional.of(SECRET));
            assertTrue(right.handshake().isPresent(), () -> right.failure().toString());
            assertTrue(Probing.failure(probe(server, proxy, Optional.of("wrong"))).text().contains("did not accept the user anna"));
        }
    }

    private static void write(Socket socket, String text) throws java.io.IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Computes the proof anew over what the message says (MS-NLMP section 3.3.2). */
    private static boolean ntlmIsRight(byte[] message) throws java.security.GeneralSecurityException {
        ByteBuffer fields = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        byte[] response = java.util.Arrays.copyOfRange(message, fields.getInt(24), fields.getInt(24) + fields.getShort(20));
        MD4Digest digest = new MD4Digest();
        byte[] password = SECRET.getBytes(StandardCharsets.UTF_16LE);
        digest.update(password, 0, password.length);
        byte[] hash = new byte[16];
        digest.doFinal(hash, 0);
        byte[] key = hmacMd5(hash, "ANNA".getBytes(StandardCharsets.UTF_16LE));
        byte[] blob = java.util.Arrays.copyOfRange(response, 16, response.length);
        byte[] proof = hmacMd5(key, TlsServerScript.join(HexFormat.of().parseHex("0123456789abcdef"), blob));
        return java.util.Arrays.equals(proof, java.util.Arrays.copyOf(response, 16));
    }

    private static byte[] hmacMd5(byte[] key, byte[] bytes) throws java.security.GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacMD5");
        mac.init(new SecretKeySpec(key, "HmacMD5"));
        return mac.doFinal(bytes);
    }

    @Test
    void aProxyThatTakesWaysThatAreNotKnownIsExplained() {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER).start(); Loopback proxy = proxy(request ->
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: Kerberos\r\n\r\n")) {
            ProbeFailure failure = Probing.failure(probe(server, proxy, Optional.of(SECRET)));
            assertEquals(Kind.PROXY, failure.kind());
            assertTrue(failure.text().contains("takes Negotiate, Kerberos only"), failure::text);
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER).start(); Loopback proxy = proxy(request ->
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"r\"\r\n\r\n")) {
            ProbeFailure failure = Probing.failure(probe(server, proxy, Optional.of(SECRET)));
            assertTrue(failure.text().contains("did not accept the user anna (407)"), failure::text);
        }
    }

    @Test
    void aProxyThatWantsAUserWhereNoneIsGivenIsExplained() {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER).start(); Loopback proxy = proxy(request ->
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"r\"\r\n\r\n")) {
            assertTrue(Probing.failure(probe(server, proxy, Optional.empty())).text().contains("give a user and password"));
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1 403 Forbidden, does not allow", "HTTP/1.1 502 Bad Gateway, could not reach", "HTTP/1.1 500 Oops, did not open",
        "SSH-2.0-x, does not answer as an HTTP proxy"})
    void aRefusalOfTheProxyIsToldWithItsWords(String status, String words) {
        try (Loopback server = TlsServerScript.sending(Probing.SERVER).start(); Loopback proxy = proxy(request -> status + "\r\n\r\n")) {
            ProbeFailure failure = Probing.failure(probe(server, proxy, Optional.empty()));
            assertEquals(Kind.PROXY, failure.kind());
            assertTrue(failure.text().contains(words), failure::text);
        }
    }
}

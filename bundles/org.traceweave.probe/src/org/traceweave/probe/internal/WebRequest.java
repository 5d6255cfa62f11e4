package org.traceweave.probe.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.traceweave.probe.HttpAnswer;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.ProbeTarget;
import org.traceweave.probe.internal.net.ProbeException;

/** One GET and what is kept of its answer. */
final class WebRequest {

    /** How much of an answer is read. */
    static final int LIMIT = 1 << 20;

    private static final int HTTPS = 443;
    private static final String HEAD_END = "\r\n\r\n";
    private static final int MAX_HEADERS = 100;
    private static final List<String> SECRET = List.of("set-cookie", "set-cookie2", "authorization", "authentication-info");

    private WebRequest() {
    }

    static byte[] get(ProbeTarget target) {
        String host = target.port() == HTTPS ? target.authority().substring(0, target.authority().lastIndexOf(':')) : target.authority();
        return ("GET " + target.path() + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: Traceweave\r\nAccept: */*\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether an answer is there to its end, as far as its head tells how long it is; otherwise it ends with the connection. */
    static boolean isWhole(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(HEAD_END);
        if (end < 0) {
            return false;
        }
        int body = answer.length - end - HEAD_END.length();
        for (String line : text.substring(0, end).toLowerCase(Locale.ROOT).split("\r\n")) {
            if (line.startsWith("transfer-encoding:") && line.endsWith("chunked")) {
                return text.endsWith("\r\n0\r\n\r\n") || text.startsWith("0\r\n\r\n", end + HEAD_END.length());
            }
            if (line.matches("content-length:\\s*\\d{1,9}")) {
                return body >= Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return text.startsWith(" 204 ", text.indexOf(' ')) || text.startsWith(" 304 ", text.indexOf(' '));
    }

    static HttpAnswer read(byte[] answer) throws ProbeException {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("HTTP/")) {
            throw new ProbeException(Kind.NOT_TLS, text.isEmpty() ? "The server sent nothing in answer to the GET"
                    : "What answered the GET is not HTTP");
        }
        int end = text.indexOf(HEAD_END);
        String head = end < 0 ? text : text.substring(0, end);
        List<String> lines = List.of(head.split("\r\n"));
        List<String> headers = new ArrayList<>();
        lines.stream().skip(1).limit(MAX_HEADERS).forEach(line -> headers.add(masked(line)));
        return new HttpAnswer(lines.getFirst(), headers, end < 0 ? 0 : answer.length - end - HEAD_END.length());
    }

    private static String masked(String header) {
        int colon = header.indexOf(':');
        return colon > 0 && SECRET.contains(header.substring(0, colon).strip().toLowerCase(Locale.ROOT)) ? header.substring(0, colon) + ": ***"
                : header;
    }
}

package org.traceweave.readers.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.traceweave.readers.sip.internal.SipLayout;

/**
 * One SIP message as a trace holds it: start line, headers in their order, body, and what the logging host added (the pseudo-headers
 * before {@code Start-Line:} in server traces, the packet line before the message in client traces). Header names are found in any
 * case and in their compact forms. All offsets are bytes from the beginning of the text that was parsed, which is a record's text or
 * a bare message. Immutable.
 */
public final class SipMessage {

    private final String latin;
    private final String startLine;
    private final int startLineOffset;
    private final List<SipHeader> pseudoHeaders;
    private final List<SipHeader> headers;
    private final int bodyOffset;
    private final int bodyLength;

    private SipMessage(SipLayout layout) {
        latin = layout.latin();
        startLine = layout.startLine();
        startLineOffset = layout.startLineOffset();
        pseudoHeaders = List.copyOf(layout.pseudoHeaders());
        headers = List.copyOf(layout.headers());
        bodyOffset = layout.bodyOffset();
        bodyLength = layout.bodyLength();
    }

    /** Finds the message in a record's text; empty where there is none. */
    public static Optional<SipMessage> parse(byte[] text) {
        return parse(text, 0, text.length);
    }

    /** Finds the message in {@code length} bytes of UTF-8 from {@code start} on; offsets count from {@code start}. */
    public static Optional<SipMessage> parse(byte[] text, int start, int length) {
        // one char a byte, so that positions are offsets; values are decoded one by one
        return SipLayout.of(new String(text, start, length, StandardCharsets.ISO_8859_1)).map(SipMessage::new);
    }

    /** As {@link #parse(byte[])}; offsets count bytes of the text as UTF-8. */
    public static Optional<SipMessage> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    public String startLine() {
        return startLine;
    }

    public int startLineOffset() {
        return startLineOffset;
    }

    public boolean isResponse() {
        return startLine.length() > 4 && startLine.regionMatches(true, 0, "SIP/", 0, 4);
    }

    public boolean isRequest() {
        return !isResponse();
    }

    /** The request's method; for an answer the method it answers, by its CSeq. In upper case, empty where neither tells. */
    public String method() {
        if (isResponse()) {
            return cseqMethod().orElse("");
        }
        int space = startLine.indexOf(' ');
        return (space < 0 ? startLine : startLine.substring(0, space)).toUpperCase(Locale.ROOT);
    }

    /** The request's URI; empty for an answer. */
    public Optional<String> requestUri() {
        if (isResponse()) {
            return Optional.empty();
        }
        String[] words = startLine.split(" +");
        return words.length > 1 ? Optional.of(words[1]) : Optional.empty();
    }

    /** The status of an answer; empty for a request. */
    public OptionalInt status() {
        if (!isResponse()) {
            return OptionalInt.empty();
        }
        int at = startLine.indexOf(' ') + 1;
        int value = 0;
        int end = at;
        while (end < startLine.length() && end - at < 3 && Character.digit(startLine.charAt(end), 10) >= 0) {
            value = value * 10 + Character.digit(startLine.charAt(end++), 10);
        }
        return end - at == 3 ? OptionalInt.of(value) : OptionalInt.empty();
    }

    /** The words after the status; empty for a request. */
    public String reasonPhrase() {
        String[] words = startLine.split(" +", 3);
        return isResponse() && words.length == 3 ? words[2] : "";
    }

    /** What the logging host added: {@code Trace-Correlation-Id}, {@code Instance-Id}, {@code Direction}, {@code Peer}, ... */
    public List<SipHeader> pseudoHeaders() {
        return pseudoHeaders;
    }

    /** The first pseudo-header of that name, in any case. */
    public Optional<String> pseudoHeader(String name) {
        return pseudoHeaders.stream().filter(header -> header.name().equalsIgnoreCase(name)).findFirst().map(SipHeader::value);
    }

    /** As the logging host sees it; empty for a bare message. */
    public Optional<SipDirection> direction() {
        return pseudoHeader("Direction").flatMap(value -> value.regionMatches(true, 0, "in", 0, 2) ? Optional.of(SipDirection.IN)
                : value.regionMatches(true, 0, "out", 0, 3) ? Optional.of(SipDirection.OUT) : Optional.empty());
    }

    /** {@code address:port} or {@code name:port} of the other side, as the logging host wrote it. */
    public Optional<String> peer() {
        return pseudoHeader("Peer");
    }

    /** The message's own headers in their order. */
    public List<SipHeader> headers() {
        return headers;
    }

    /** All headers of that name, in their order. */
    public List<SipHeader> headers(String name) {
        String compact = compactForm(name);
        List<SipHeader> found = new ArrayList<>(2);
        for (SipHeader header : headers) {
            if (header.name().equalsIgnoreCase(name) || header.name().equalsIgnoreCase(compact)) {
                found.add(header);
            }
        }
        return found;
    }

    public Optional<SipHeader> header(String name) {
        List<SipHeader> found = headers(name);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    /** The value of the first header of that name. */
    public Optional<String> value(String name) {
        return header(name).map(SipHeader::value);
    }

    private static String compactForm(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "from" -> "f";
            case "to" -> "t";
            case "via" -> "v";
            case "call-id" -> "i";
            case "contact" -> "m";
            case "content-type" -> "c";
            case "content-length" -> "l";
            case "content-encoding" -> "e";
            case "supported" -> "k";
            case "subject" -> "s";
            case "event" -> "o";
            default -> name;
        };
    }

    public Optional<SipAddress> from() {
        return value("From").map(SipAddress::parse);
    }

    public Optional<SipAddress> to() {
        return value("To").map(SipAddress::parse);
    }

    /** The first contact; empty for none and for {@code *}. */
    public Optional<SipAddress> contact() {
        return value("Contact").filter(value -> !value.strip().equals("*")).map(SipAddress::parse);
    }

    public Optional<String> callId() {
        return value("Call-ID");
    }

    public OptionalLong cseqNumber() {
        String value = value("CSeq").orElse("").strip();
        int end = 0;
        while (end < value.length() && end < 18 && Character.digit(value.charAt(end), 10) >= 0) {
            end++;
        }
        return end == 0 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value, 0, end, 10));
    }

    /** The method in CSeq, in upper case. */
    public Optional<String> cseqMethod() {
        return value("CSeq").map(String::strip).filter(value -> value.indexOf(' ') > 0)
                .map(value -> value.substring(value.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT));
    }

    /** The hops, the last one first, as they stand. */
    public List<SipVia> vias() {
        List<SipVia> vias = new ArrayList<>();
        for (SipHeader header : headers("Via")) {
            for (String value : header.value().split(",(?=\\s*SIP\\s*/)")) {
                vias.add(SipVia.parse(value));
            }
        }
        return vias;
    }

    public Optional<SipVia> topVia() {
        List<SipVia> vias = vias();
        return vias.isEmpty() ? Optional.empty() : Optional.of(vias.getFirst());
    }

    /** Seconds a registration is asked for or granted: {@code Expires}, else the contact's own; 0 signs out. */
    public OptionalLong expires() {
        Optional<String> value = value("Expires").or(() -> contact().flatMap(contact -> contact.parameter("expires")));
        String digits = value.map(String::strip).orElse("");
        boolean number = !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    public Optional<String> userAgent() {
        return value("User-Agent");
    }

    public Optional<String> server() {
        return value("Server");
    }

    public List<String> warnings() {
        return headers("Warning").stream().map(SipHeader::value).toList();
    }

    /** The GMT {@code Date} header as UTC nanoseconds (whole seconds). */
    public OptionalLong date() {
        return value("Date").map(SipDate::parse).orElse(OptionalLong.empty());
    }

    /** The schemes offered or continued: {@code WWW-Authenticate}, {@code Proxy-Authenticate}. */
    public List<AuthenticationHeader> challenges() {
        return authentication("WWW-Authenticate", "Proxy-Authenticate");
    }

    /** The credentials presented: {@code Authorization}, {@code Proxy-Authorization}. */
    public List<AuthenticationHeader> authorizations() {
        return authentication("Authorization", "Proxy-Authorization");
    }

    /** What a server signs its answers with: {@code Authentication-Info}, {@code Proxy-Authentication-Info}. */
    public List<AuthenticationHeader> authenticationInfos() {
        return authentication("Authentication-Info", "Proxy-Authentication-Info");
    }

    private List<AuthenticationHeader> authentication(String name, String proxyName) {
        List<SipHeader> found = new ArrayList<>(headers(name));
        found.addAll(headers(proxyName));
        return AuthenticationHeader.parseAll(found, latin);
    }

    /** Servers' diagnostics in their order: {@code ms-diagnostics} first, then {@code X-Ms-diagnostics}, then the public ones. */
    public List<MsDiagnostics> diagnostics() {
        return diagnosticsOf("ms-diagnostics", "X-Ms-diagnostics", "ms-diagnostics-public");
    }

    /** The client's own diagnostics ({@code ms-client-diagnostics}). */
    public List<MsDiagnostics> clientDiagnostics() {
        return diagnosticsOf("ms-client-diagnostics");
    }

    private List<MsDiagnostics> diagnosticsOf(String... names) {
        List<MsDiagnostics> found = new ArrayList<>();
        for (String name : names) {
            for (SipHeader header : headers(name)) {
                found.addAll(MsDiagnostics.parse(header.name(), header.value(), header.offset()));
            }
        }
        return found;
    }

    public String body() {
        return new String(latin.substring(bodyOffset, bodyOffset + bodyLength).getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
    }

    public int bodyOffset() {
        return bodyOffset;
    }

    public int bodyLength() {
        return bodyLength;
    }

    @Override
    public String toString() {
        return startLine;
    }
}

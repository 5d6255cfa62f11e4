package org.traceweave.samples;

import java.nio.charset.StandardCharsets;

/**
 * A SIP (or HTTP) message as it goes over the wire, built header by header: CRLF line ends, {@code Content-Length} added last, then
 * the blank line and the body.
 */
public final class SipMessage {

    private final StringBuilder head = new StringBuilder();
    private String body = "";

    private SipMessage(String startLine) {
        head.append(startLine).append("\r\n");
    }

    public static SipMessage request(String method, String uri) {
        return new SipMessage(method + " " + uri + " SIP/2.0");
    }

    public static SipMessage response(int status, String reason) {
        return new SipMessage("SIP/2.0 " + status + " " + reason);
    }

    /** A message with any start line: HTTP, or a damaged one. */
    public static SipMessage startingWith(String startLine) {
        return new SipMessage(startLine);
    }

    public SipMessage header(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** Adds header lines already written, each ended by CRLF. */
    public SipMessage headers(String lines) {
        head.append(lines);
        return this;
    }

    public SipMessage body(String contentType, String text) {
        header("Content-Type", contentType);
        body = text;
        return this;
    }

    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return head + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }
}

package org.traceweave.readers.sip.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.readers.sip.SipHeader;

/**
 * Where the parts of a SIP message stand in a text of one char a byte, whichever trace wrote it: a server's block (pseudo-headers,
 * {@code Start-Line:}, headers, {@code Message-Body:}), a client's (packet line, prefixed start line, headers, blank line, body, end
 * line), or bare.
 */
public record SipLayout(String latin, String startLine, int startLineOffset, List<SipHeader> pseudoHeaders, List<SipHeader> headers,
        int bodyOffset, int bodyLength) {

    private static final String START_LINE = "Start-Line:";
    private static final String MESSAGE_BODY = "Message-Body:";
    private static final String END = "$$end_record";

    /** Finds the message; empty where the text holds none. */
    public static Optional<SipLayout> of(String latin) {
        Lines lines = new Lines(latin);
        List<SipHeader> pseudo = new ArrayList<>(8);
        while (lines.next()) {
            int from = lines.from;
            int to = lines.to;
            if (lines.startsWith(START_LINE)) {
                int value = lines.skipBlanks(from + START_LINE.length());
                return Optional.of(message(lines, value, to, pseudo, true));
            }
            int text = ClientPrefix.textStart(latin, from, to);
            int start = text < 0 ? from : text;
            if (isStartLine(latin, start, to)) {
                return Optional.of(message(lines, start, to, pseudo, false));
            }
            if (text >= 0) {
                pseudo.clear();
                ClientPrefix.packetHeaders(latin, text, to, pseudo);
            } else if (lines.contains("$$begin_record")) {
                pseudo.clear();
            } else {
                lines.header().ifPresent(pseudo::add);
            }
        }
        return Optional.empty();
    }

    private static SipLayout message(Lines lines, int startFrom, int startTo, List<SipHeader> pseudo, boolean block) {
        List<SipHeader> headers = new ArrayList<>(24);
        int bodyFrom = lines.end();
        int bodyTo = lines.end();
        while (lines.next()) {
            if (block ? lines.startsWith(END) : ClientPrefix.textStart(lines.text, lines.from, lines.to) >= 0) {
                bodyFrom = lines.from;
                bodyTo = lines.from;
                break;
            }
            boolean marker = block && lines.startsWith(MESSAGE_BODY);
            if (marker || !block && lines.from == lines.to) {
                bodyFrom = marker ? lines.skipBlanks(lines.from + MESSAGE_BODY.length()) : lines.following;
                bodyTo = bodyEnd(lines, block);
                if (bodyTo - bodyFrom == 1 && lines.text.charAt(bodyFrom) == '-') {
                    bodyTo = bodyFrom;
                }
                break;
            }
            lines.header().ifPresent(headers::add);
        }
        return new SipLayout(lines.text, decode(lines.text, startFrom, startTo), startFrom, pseudo, headers, bodyFrom,
                Math.max(0, bodyTo - bodyFrom));
    }

    /** The body's end: before the line that closes the block (or the client's message), without the break that precedes it. */
    private static int bodyEnd(Lines lines, boolean block) {
        int end = lines.end();
        while (lines.next()) {
            if (block ? lines.startsWith(END) : ClientPrefix.isEndOfMessage(lines.text, lines.from, lines.to)) {
                end = lines.from;
                break;
            }
        }
        if (block) {
            while (end > 0 && (lines.text.charAt(end - 1) == '\n' || lines.text.charAt(end - 1) == '\r')) {
                end--;
            }
        }
        return end;
    }

    /** Whether a line is {@code SIP/2.0 200 OK} or {@code METHOD uri SIP/2.0}. */
    static boolean isStartLine(String text, int from, int to) {
        if (text.startsWith("SIP/2.0 ", from)) {
            return to - from >= 11;
        }
        int at = from;
        while (at < to && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
            at++;
        }
        return at > from && at < to && text.charAt(at) == ' ' && to - from > 10 && text.startsWith(" SIP/2.0", to - 8);
    }

    static String decode(String latin, int from, int to) {
        for (int at = from; at < to; at++) {
            if (latin.charAt(at) >= 0x80) {
                return new String(latin.substring(from, to).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }
        return latin.substring(from, to);
    }
}

package org.traceweave.certificates.internal.find;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A block between BEGIN and END lines (RFC 7468, RFC 1421), wherever its lines stand. Positions are in the text.
 *
 * @param bodyStart after the BEGIN line, and after RFC 1421 headers
 * @param bodyEnd before the END line, or the end of the text where it is missing
 * @param end after the END line
 * @param ended whether there is an END line
 */
record Pem(String label, int bodyStart, int bodyEnd, int end, boolean ended, boolean encrypted) {

    private static final byte[] BEGIN = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "-----END ".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_LABEL = 64;
    private static final int MAX_BODY = 2 << 20;

    static boolean begins(byte[] text, int at, int to) {
        return startsWith(text, at, to, BEGIN);
    }

    static @Nullable Pem read(byte[] text, int at, int to) {
        int labelStart = at + BEGIN.length;
        int labelEnd = labelStart;
        while (labelEnd < to && labelEnd - labelStart <= MAX_LABEL && text[labelEnd] != '-') {
            labelEnd++;
        }
        if (labelEnd + 5 > to || labelEnd - labelStart > MAX_LABEL || text[labelEnd + 4] != '-') {
            return null;
        }
        String label = new String(text, labelStart, labelEnd - labelStart, StandardCharsets.ISO_8859_1).strip();
        int body = labelEnd + 5;
        int limit = Math.min(to, body + MAX_BODY);
        int end = body;
        while (end < limit && !(text[end] == '-' && (startsWith(text, end, to, END) || startsWith(text, end, to, BEGIN)))) {
            end++;
        }
        boolean ended = end < limit && startsWith(text, end, to, END);
        String start = new String(text, body, Math.min(end - body, 200), StandardCharsets.ISO_8859_1);
        boolean encrypted = label.startsWith("ENCRYPTED") || start.contains("Proc-Type: 4,ENCRYPTED");
        return new Pem(label, headersEnd(text, body, end), end, ended ? afterEndLine(text, end, to) : end, ended, encrypted);
    }

    boolean privateKey() {
        return label.endsWith("PRIVATE KEY") || label.endsWith("PRIVATE KEY BLOCK");
    }

    String keyKind() {
        String kind = label.replace("PRIVATE KEY", "").replace("BLOCK", "").strip();
        return switch (kind) {
            case "" -> "PKCS#8";
            case "ENCRYPTED" -> "encrypted PKCS#8";
            case "OPENSSH" -> "OpenSSH";
            default -> kind.toUpperCase(Locale.ROOT);
        };
    }

    /** RFC 1421 headers are lines with a colon, before an empty line. */
    private static int headersEnd(byte[] text, int from, int to) {
        int at = from;
        int lineStart = from;
        boolean colon = false;
        int afterHeaders = from;
        while (at < to && at - from < 2_000) {
            if (text[at] == ':') {
                colon = true;
            } else if (text[at] == '\n') {
                if (colon) {
                    afterHeaders = at + 1;
                } else if (at - lineStart > 2) {
                    return afterHeaders;
                }
                colon = false;
                lineStart = at + 1;
            }
            at++;
        }
        return afterHeaders;
    }

    private static int afterEndLine(byte[] text, int from, int to) {
        int at = from + END.length;
        while (at < to && at - from < END.length + MAX_LABEL && text[at] != '-' && text[at] != '\n') {
            at++;
        }
        while (at < to && text[at] == '-') {
            at++;
        }
        return at;
    }

    private static boolean startsWith(byte[] text, int at, int to, byte[] prefix) {
        if (at + prefix.length > to) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (text[at + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}

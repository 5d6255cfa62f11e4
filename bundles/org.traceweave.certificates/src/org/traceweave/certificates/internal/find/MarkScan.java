package org.traceweave.certificates.internal.find;

import org.traceweave.model.CertificateMark;

/**
 * Looks for long runs of base64 or hex by probing one byte in {@link #STRIDE}: a certificate has hundreds of such characters in a row
 * or, wrapped, 64 a line, while words of logs have not. Only inside a run are the few letters looked for by which certificates and TLS
 * records begin.
 */
public final class MarkScan {

    private static final int STRIDE = 24;
    /** A run shorter than two strides may be missed; no line of wrapped base64 or of a hex dump is. */
    private static final int MIN_RUN = 44;

    private static final int PEM = 1 << CertificateMark.PEM.ordinal();
    private static final int DER = 1 << CertificateMark.DER.ordinal();
    private static final int TLS = 1 << CertificateMark.TLS.ordinal();

    private static final byte BASE64 = 1;
    /** Hex digits and what stands between them in dumps. */
    private static final byte HEX = 2;
    /** Base64 characters by which an anchor may begin. */
    private static final byte ANCHOR = 4;
    private static final byte[] CLASS = new byte[256];

    static {
        for (int c = 0; c < 128; c++) {
            boolean digit = c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            boolean base64 = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '+' || c == '/' || c == '_' || c == '%';
            boolean between = c == ' ' || c == ':' || c == '-' || c == 'x' || c == ',';
            boolean anchor = c == 'M' || c == 'C' || c == 'w' || c == 'F';
            CLASS[c] = (byte) ((base64 ? BASE64 : 0) | (digit || between ? HEX : 0) | (anchor ? ANCHOR : 0));
        }
    }

    private MarkScan() {
    }

    public static int scan(byte[] text, int from, int to) {
        int marks = 0;
        int probe = from + STRIDE - 1;
        while (probe < to) {
            int kind = CLASS[text[probe] & 0xff] & (BASE64 | HEX);
            int back = probe;
            int floor = probe - STRIDE + 1;
            while (kind != 0 && back > floor) {
                kind &= CLASS[text[--back] & 0xff];
            }
            if (kind == 0) {
                probe += STRIDE;
                continue;
            }
            int end = probe + 1;
            if ((kind & BASE64) != 0) {
                int start = runStart(text, from, back, BASE64);
                long result = base64(text, from, to, start, marks);
                marks |= (int) (result >>> 32);
                end = Math.max(end, (int) result);
            }
            if ((kind & HEX) != 0) {
                int hexEnd = runEnd(text, to, probe, HEX);
                int start = runStart(text, from, back, HEX);
                marks |= hexEnd - start >= MIN_RUN && (marks & DER) == 0 ? hex(text, start, hexEnd) : 0;
                end = Math.max(end, hexEnd);
            }
            probe = end + STRIDE;
        }
        return marks;
    }

    private static int runStart(byte[] text, int from, int at, int kind) {
        int start = at;
        while (start > from && (CLASS[text[start - 1] & 0xff] & kind) != 0) {
            start--;
        }
        return start;
    }

    private static int runEnd(byte[] text, int to, int from, int kind) {
        int end = from + 1;
        while (end < to && (CLASS[text[end] & 0xff] & kind) != 0) {
            end++;
        }
        return end;
    }

    /** Looks through a base64 run in one pass; gives its marks in the high half and its end in the low one. */
    private static long base64(byte[] text, int from, int to, int start, int known) {
        boolean token = follows(text, from, start, "gssapi-data=\"");
        boolean settled = token || Anchors.tls(text, start) || (known & PEM) != 0;
        int marks = !settled && (follows(text, from, start, "-----") || afterHeader(text, from, start)) ? PEM : 0;
        int end = start;
        while (end < to) {
            int kind = CLASS[text[end] & 0xff];
            if ((kind & ANCHOR) != 0 && !settled) {
                marks |= anchor(text, start, end, to);
                settled = (marks & PEM) != 0;
            } else if ((kind & BASE64) == 0) {
                break;
            }
            end++;
        }
        if (end - start < MIN_RUN) {
            marks = 0;
        } else if (Anchors.tls(text, start) || token && !ticket(text, start)) {
            marks = TLS;
        }
        return (long) marks << 32 | end;
    }

    private static int anchor(byte[] text, int start, int at, int to) {
        return switch (text[at]) {
            case 'M' -> Anchors.base64Der(text, at) ? PEM : 0;
            case 'C' -> at > start && Anchors.shiftedByOne(text, at - 1) ? PEM : 0;
            case 'w' -> at > start && Anchors.shiftedByTwo(text, at - 1) ? PEM : 0;
            default -> at + 4 <= to && Anchors.tls(text, at) ? TLS : 0;
        };
    }

    /** Kerberos and NTLM tokens stand in gssapi-data too, and hold no certificates. */
    private static boolean ticket(byte[] text, int at) {
        return text[at] == 'Y' && text[at + 1] == 'I' || text[at] == 'T' && text[at + 1] == 'l' && text[at + 2] == 'R';
    }

    /** Whether {@code before} stands in front of {@code start}; white space between is skipped. */
    private static boolean follows(byte[] text, int from, int start, String before) {
        int end = start;
        while (end > from && text[end - 1] <= ' ' && text[end - 1] >= 0) {
            end--;
        }
        int at = end - before.length();
        if (at < from) {
            return false;
        }
        for (int i = 0; i < before.length(); i++) {
            if (text[at + i] != before.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the last line of RFC 1421's headers stands before {@code start}, as in a private key with a password. */
    private static boolean afterHeader(byte[] text, int from, int start) {
        int end = start;
        while (end > from && text[end - 1] <= ' ' && text[end - 1] >= 0) {
            end--;
        }
        int line = end;
        while (line > from && text[line - 1] != '\n' && end - line < 80) {
            line--;
        }
        return end - line > 9 && text[line] == 'D' && text[line + 1] == 'E' && text[line + 2] == 'K' && text[line + 3] == '-' && text[line + 8] == ':';
    }

    /** Whether {@code 30 82} stands in a run of hex, with or without something between. */
    private static int hex(byte[] text, int start, int end) {
        for (int i = start; i + 4 <= end; i++) {
            if (text[i] == '3' && text[i + 1] == '0' && Anchors.hexDer(text, i, end)) {
                return DER;
            }
        }
        return 0;
    }
}

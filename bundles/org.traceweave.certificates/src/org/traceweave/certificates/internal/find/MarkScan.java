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
    private static final byte[] CLASS = new byte[256];

    static {
        for (int c = 0; c < 128; c++) {
            boolean digit = c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            boolean base64 = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '+' || c == '/' || c == '_' || c == '%';
            boolean between = c == ' ' || c == ':' || c == '-' || c == 'x' || c == ',';
            CLASS[c] = (byte) ((base64 ? BASE64 : 0) | (digit || between ? HEX : 0));
        }
    }

    private MarkScan() {
    }

    public static int scan(byte[] text, int from, int to) {
        int marks = 0;
        int probe = from + STRIDE - 1;
        while (probe < to) {
            int kind = CLASS[text[probe] & 0xff];
            int back = probe;
            int floor = probe - STRIDE + 1;
            while (kind != 0 && back > floor) {
                kind &= CLASS[text[--back] & 0xff];
            }
            if (kind == 0) {
                probe += STRIDE;
                continue;
            }
            marks |= run(text, from, to, back, probe, kind, marks);
            probe = runEnd(text, to, probe, kind) + STRIDE;
        }
        return marks;
    }

    private static int runEnd(byte[] text, int to, int from, int kind) {
        int end = from + 1;
        while (end < to && (CLASS[text[end] & 0xff] & kind) != 0) {
            end++;
        }
        return end;
    }

    private static int run(byte[] text, int from, int to, int back, int probe, int kind, int known) {
        int marks = 0;
        if ((kind & BASE64) != 0) {
            int start = runStart(text, from, back, BASE64);
            int end = runEnd(text, to, probe, BASE64);
            if (end - start >= MIN_RUN) {
                marks |= base64(text, from, start, end, known);
            }
        }
        if ((kind & HEX) != 0 && ((marks | known) & DER) == 0) {
            int start = runStart(text, from, back, HEX);
            int end = runEnd(text, to, probe, HEX);
            marks |= end - start >= MIN_RUN ? hex(text, start, end) : 0;
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

    private static int base64(byte[] text, int from, int start, int end, int known) {
        if (tlsAt(text, start) || gssapi(text, from, start) && !ticket(text, start)) {
            return TLS;
        }
        int marks = follows(text, from, start, "-----") ? PEM : 0;
        for (int i = start; i + 4 <= end && ((marks | known) & PEM) == 0; i++) {
            marks |= switch (text[i]) {
                case 'M' -> Anchors.base64Der(text, i) ? PEM : 0;
                case 'C' -> i > start && Anchors.shiftedByOne(text, i - 1) ? PEM : 0;
                case 'w' -> i > start && i + 3 <= end && Anchors.shiftedByTwo(text, i - 1) ? PEM : 0;
                case 'F' -> tlsAt(text, i) ? TLS : 0;
                default -> 0;
            };
        }
        return marks;
    }

    private static boolean tlsAt(byte[] text, int at) {
        return Anchors.tls(text, at);
    }

    /** Kerberos and NTLM tokens stand in gssapi-data too, and hold no certificates. */
    private static boolean ticket(byte[] text, int at) {
        return text[at] == 'Y' && text[at + 1] == 'I' || text[at] == 'T' && text[at + 1] == 'l' && text[at + 2] == 'R';
    }

    private static boolean gssapi(byte[] text, int from, int start) {
        return follows(text, from, start, "gssapi-data=\"");
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

package org.traceweave.readers.internal;

import java.nio.charset.StandardCharsets;
import org.traceweave.readers.ByteSearch;

/**
 * Tells which lines of plain text go on with a block that began before: PEM from its BEGIN to its END line, base64 or hex that was broken
 * into lines, and hex dumps. Such a block is one record, so that a certificate or a private key in it is seen, and hidden, whole.
 */
final class WrappedBlocks {

    private static final byte[] BEGIN = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "-----END ".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_LINE = 200;
    private static final int LEAST_RUN = 40;
    private static final int LEAST_DUMP = 8;

    private enum Kind {
        NONE, PEM, BASE64, DUMP
    }

    private Kind open = Kind.NONE;

    void reset() {
        open = Kind.NONE;
    }

    /** Whether the line goes on with the block before it; takes note of it for the next line. */
    boolean goesOn(byte[] b, int at, int limit) {
        int feed = ByteSearch.indexOf(b, at, limit, (byte) '\n');
        int from = start(b, at, feed);
        int to = end(b, from, feed);
        boolean goesOn = open != Kind.NONE && to - from <= LONGEST_LINE && continues(b, from, to);
        if (!goesOn) {
            open = to - from <= LONGEST_LINE ? begun(b, from, to) : Kind.NONE;
        }
        return goesOn;
    }

    private boolean continues(byte[] b, int from, int to) {
        int run = base64End(b, from, to);
        switch (open) {
            case PEM -> {
                boolean end = startsWith(b, from, to, END);
                boolean header = ByteSearch.indexOf(b, from, to, (byte) ':') < to && !startsWith(b, from, to, BEGIN);
                open = end ? Kind.NONE : open;
                return end || header || run == to;
            }
            case BASE64 -> {
                // the last line ends the element or string that the block stands in
                boolean closed = run > from && run < to && (b[run] == '<' || b[run] == '"' || b[run] == '\'');
                open = closed ? Kind.NONE : open;
                return closed || run == to && to > from;
            }
            default -> {
                return isDump(b, from, to, 2) || to > from && hexEnd(b, from, to) == to;
            }
        }
    }

    private static Kind begun(byte[] b, int from, int to) {
        for (int at = from; at < to; at++) {
            if (b[at] == '-' && startsWith(b, at, to, BEGIN)) {
                return to - at <= 80 && b[to - 1] == '-' ? Kind.PEM : Kind.NONE;
            }
        }
        if (isDump(b, from, to, LEAST_DUMP)) {
            return Kind.DUMP;
        }
        int run = to;
        while (run > from && isBase64(b[run - 1])) {
            run--;
        }
        boolean certificate = to - run >= LEAST_RUN && (b[run] == 'M' && b[run + 1] == 'I' || b[run] == '3' && b[run + 1] == '0' && b[run + 2] == '8');
        return certificate ? Kind.BASE64 : Kind.NONE;
    }

    /** An offset, and hex bytes after a blank. */
    private static boolean isDump(byte[] b, int from, int to, int least) {
        int offset = hexEnd(b, from, to);
        if (offset - from < 4 || offset - from > 16 || offset >= to) {
            return false;
        }
        int at = b[offset] == ':' || b[offset] == 'h' || b[offset] == '-' || b[offset] == '|' ? offset + 1 : offset;
        int digits = 0;
        int blanks = 0;
        while (at < to && (Character.digit(b[at], 16) >= 0 || b[at] == ' ' || b[at] == '\t')) {
            boolean blank = b[at] <= ' ';
            blanks += blank ? 1 : 0;
            digits += blank ? 0 : 1;
            at++;
        }
        return blanks > 0 && digits >= least;
    }

    /** After indentation and the signs by which a mail quotes. */
    private static int start(byte[] b, int at, int to) {
        int from = at;
        while (from < to && (b[from] == ' ' || b[from] == '\t' || b[from] == '>' || b[from] == '|')) {
            from++;
        }
        return from;
    }

    /** Before blanks and a line break written as a character reference. */
    private static int end(byte[] b, int from, int feed) {
        int to = feed;
        while (to > from && b[to - 1] <= ' ' && b[to - 1] >= 0) {
            to--;
        }
        if (to > from && b[to - 1] == ';') {
            int reference = to - 2;
            while (reference > from && to - reference < 6 && b[reference] != '&') {
                reference--;
            }
            to = b[reference] == '&' ? reference : to;
        }
        return to;
    }

    private static int base64End(byte[] b, int from, int to) {
        int at = from;
        while (at < to && isBase64(b[at])) {
            at++;
        }
        return at;
    }

    private static int hexEnd(byte[] b, int from, int to) {
        int at = from;
        while (at < to && Character.digit(b[at], 16) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isBase64(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' || c == '-' || c == '_';
    }

    private static boolean startsWith(byte[] b, int at, int to, byte[] prefix) {
        if (at + prefix.length > to) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (b[at + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}

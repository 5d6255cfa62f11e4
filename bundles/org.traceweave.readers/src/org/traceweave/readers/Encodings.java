package org.traceweave.readers;

/**
 * Tells how a text is encoded: by its byte order mark, else by where its zero bytes stand, else UTF-8 if it is valid, else
 * windows-1252.
 */
public final class Encodings {

    /** An encoding and the bytes of the mark that declares it, 0 where there is none. */
    public record Detected(TextEncoding encoding, int markLength) {
    }

    private Encodings() {
    }

    public static Detected detect(byte[] head) {
        return detect(head, head.length);
    }

    /** Looks at the first {@code length} bytes of a source; a character cut at their end does not count as damage. */
    public static Detected detect(byte[] head, int length) {
        if (length >= 3 && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb && (head[2] & 0xff) == 0xbf) {
            return new Detected(TextEncoding.UTF_8, 3);
        }
        if (length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return new Detected(TextEncoding.UTF_16LE, 2);
        }
        if (length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return new Detected(TextEncoding.UTF_16BE, 2);
        }
        int even = zeros(head, 0, length);
        int odd = zeros(head, 1, length);
        int pairs = length / 2;
        if (pairs > 0 && odd > pairs / 2 && even < pairs / 16 + 1) {
            return new Detected(TextEncoding.UTF_16LE, 0);
        }
        if (pairs > 0 && even > pairs / 2 && odd < pairs / 16 + 1) {
            return new Detected(TextEncoding.UTF_16BE, 0);
        }
        int bad = invalidUtf8(head, 0, length);
        return new Detected(bad < 0 || bad >= length - 3 && cutAtEnd(head, bad, length) ? TextEncoding.UTF_8 : TextEncoding.WINDOWS_1252, 0);
    }

    /**
     * Whether the bytes look like text in the encoding that {@link #detect} finds: no control characters but breaks, tabs, form feeds
     * and escapes, and some letters.
     */
    public static boolean isText(byte[] head) {
        if (head.length == 0) {
            return false;
        }
        Detected detected = detect(head);
        int unit = detected.encoding().unit();
        int low = detected.encoding() == TextEncoding.UTF_16BE ? 1 : 0;
        int controls = 0;
        int count = 0;
        for (int at = detected.markLength(); at + unit <= head.length; at += unit) {
            int c = head[at + low] & 0xff;
            if (unit == 2 && head[at + 1 - low] != 0) {
                c = 'x';
            }
            count++;
            boolean layout = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x1b;
            if (c == 0 || c < 0x20 && !layout || c == 0x7f) {
                controls++;
            }
        }
        return count > 0 && controls * 1000L <= count && (unit == 2 || zeros(head, 0, head.length) + zeros(head, 1, head.length) == 0);
    }

    private static int zeros(byte[] head, int first, int length) {
        int count = 0;
        for (int at = first; at < length; at += 2) {
            if (head[at] == 0) {
                count++;
            }
        }
        return count;
    }

    /** Where the first byte stands that is no valid UTF-8; -1 if all is valid. */
    public static int invalidUtf8(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int b = bytes[at];
            if (b >= 0) {
                at++;
                continue;
            }
            int more = utf8Following(b & 0xff);
            if (more < 0 || at + more >= to) {
                return at;
            }
            int second = bytes[at + 1] & 0xff;
            int lowest = b == (byte) 0xe0 ? 0xa0 : b == (byte) 0xf0 ? 0x90 : 0x80;
            int highest = b == (byte) 0xed ? 0x9f : b == (byte) 0xf4 ? 0x8f : 0xbf;
            if (second < lowest || second > highest) {
                return at;
            }
            for (int i = 2; i <= more; i++) {
                if ((bytes[at + i] & 0xc0) != 0x80) {
                    return at;
                }
            }
            at += more + 1;
        }
        return -1;
    }

    private static int utf8Following(int lead) {
        if (lead >= 0xc2 && lead <= 0xdf) {
            return 1;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            return 2;
        }
        return lead >= 0xf0 && lead <= 0xf4 ? 3 : -1;
    }

    private static boolean cutAtEnd(byte[] head, int bad, int length) {
        int more = utf8Following(head[bad] & 0xff);
        if (more < 0 || bad + more < length) {
            return false;
        }
        for (int at = bad + 1; at < length; at++) {
            if ((head[at] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}

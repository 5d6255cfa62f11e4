package org.traceweave.index.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Addresses of XML namespaces and schemas: as many in a trace as words, and never looked for one by one. */
final class Namespaces {

    private static final byte[][] HOSTS = {bytes("://schemas."), bytes("://www.w3.org/"), bytes("://docs.oasis-open.org/")};
    private static final byte[] HTTP = bytes("http");

    private Namespaces() {
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The end of the namespace whose scheme stands between {@code at} and {@code colon}; {@code at} if it is something else. */
    static int end(byte[] bytes, int at, int colon, int end) {
        if (!startsWith(bytes, at, colon, HTTP) || colon - at > 5) {
            return at;
        }
        for (byte[] host : HOSTS) {
            if (startsWith(bytes, colon, end, host)) {
                int i = colon + host.length;
                while (i < end && isPart(bytes[i])) {
                    i++;
                }
                return i;
            }
        }
        return at;
    }

    private static boolean startsWith(byte[] bytes, int from, int end, byte[] prefix) {
        return end - from >= prefix.length && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    }

    private static boolean isPart(byte b) {
        return Chars.isWord(Chars.type(b)) || b == '/' || b == '.' || b == '-' || b == '_' || b == '#' || b == ':';
    }
}

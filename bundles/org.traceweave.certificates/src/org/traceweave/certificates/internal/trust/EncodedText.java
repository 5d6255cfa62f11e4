package org.traceweave.certificates.internal.trust;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text as Windows tools write it: UTF-16 with or without a byte order mark, UTF-8, or anything else read as Latin-1. */
public final class EncodedText {

    private EncodedText() {
    }

    public static String of(byte[] bytes) {
        if (starts(bytes, 0xff, 0xfe)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xfe, 0xff)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        return new String(bytes, bytes.length > 3 && bytes[1] == 0 && bytes[3] == 0 ? StandardCharsets.UTF_16LE : narrow(bytes));
    }

    private static Charset narrow(byte[] bytes) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        return utf8.indexOf('\ufffd') < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private static boolean starts(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}

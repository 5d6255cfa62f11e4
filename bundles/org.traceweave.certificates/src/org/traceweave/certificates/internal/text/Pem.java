package org.traceweave.certificates.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The textual encoding of RFC 7468. */
public final class Pem {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {
    }

    public static String encode(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n" + new String(LINES.encode(bytes), StandardCharsets.US_ASCII) + "\n-----END " + label
                + "-----\n";
    }
}

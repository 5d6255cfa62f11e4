package org.traceweave.analysis.internal.callflow;

import java.util.Base64;

/** Base64 as traces hold it: with breaks, without its padding, cut off anywhere. */
final class Base64Text {

    private Base64Text() {
    }

    /** All whole bytes; never fails. */
    static byte[] bytes(String text) {
        String clean = text.replaceAll("[^A-Za-z0-9+/]", "");
        // a single character more than whole groups holds no whole byte
        int whole = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
        return Base64.getDecoder().decode(clean.substring(0, whole));
    }
}

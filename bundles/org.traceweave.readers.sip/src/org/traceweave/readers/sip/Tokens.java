package org.traceweave.readers.sip;

import java.util.Base64;
import java.util.Optional;

/** Base64 as traces hold it: folded, cut, with or without padding. */
final class Tokens {

    private Tokens() {
    }

    /** The bytes; of a cut text those that are whole. Empty if it holds what base64 does not. */
    static Optional<byte[]> decode(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c > ' ' && c != '=') {
                digits.append(c);
            }
        }
        if (digits.length() % 4 == 1) {
            digits.setLength(digits.length() - 1);
        }
        try {
            return Optional.of(Base64.getDecoder().decode(digits.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

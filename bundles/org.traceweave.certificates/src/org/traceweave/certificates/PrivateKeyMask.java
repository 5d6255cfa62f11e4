package org.traceweave.certificates;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.traceweave.model.CertificateMark;

/**
 * Blots private keys out of text before it is indexed or shown: between BEGIN and END lines, in bare base64 and in hex, with or without a
 * password. What stands around them stays, and so do all offsets. Any thread.
 */
public final class PrivateKeyMask {

    private static final int WRITTEN = 1 << CertificateMark.PEM.ordinal() | 1 << CertificateMark.DER.ordinal();
    private static final byte[] DASHES = "-----".getBytes(StandardCharsets.US_ASCII);
    private static final byte BLOT = '*';

    /**
     * Text without its keys.
     *
     * @param text as long as what was given
     * @param inTheClear whether one of the keys had no password
     */
    public record Masked(byte[] text, boolean inTheClear) {
    }

    private PrivateKeyMask() {
    }

    /**
     * The text with its keys blotted out; empty if it holds none.
     *
     * @param marks what {@link CertificateMarks#scan} says of it
     */
    public static Optional<Masked> mask(byte[] text, int from, int to, int marks) {
        if ((marks & WRITTEN) == 0) {
            return Optional.empty();
        }
        CertificateFinds finds = CertificateFinder.find(text, from, to);
        if (finds.privateKeys().isEmpty()) {
            return Optional.empty();
        }
        byte[] masked = Arrays.copyOfRange(text, from, to);
        finds.privateKeys().forEach(key -> blot(masked, key, from));
        return Optional.of(new Masked(masked, finds.privateKeys().stream().anyMatch(key -> !key.encrypted())));
    }

    /** The same for text that may hold none. */
    public static String mask(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return mask(utf8, 0, utf8.length, CertificateMarks.scan(utf8, 0, utf8.length))
                .map(masked -> new String(masked.text(), StandardCharsets.UTF_8)).orElse(text);
    }

    private static void blot(byte[] text, FoundPrivateKey key, int base) {
        int from = key.offset() - base;
        int to = from + key.length();
        if (key.encoding() == FindEncoding.PEM) {
            int label = indexOf(text, from + DASHES.length, to);
            from = label < 0 ? from : label + DASHES.length;
            int end = indexOf(text, from, to);
            to = end < 0 ? to : end;
        }
        for (int at = from; at < to; at++) {
            if (text[at] > ' ' || text[at] < 0) {
                text[at] = BLOT;
            }
        }
    }

    private static int indexOf(byte[] text, int from, int to) {
        for (int at = from; at + DASHES.length <= to; at++) {
            if (Arrays.equals(text, at, at + DASHES.length, DASHES, 0, DASHES.length)) {
                return at;
            }
        }
        return -1;
    }
}

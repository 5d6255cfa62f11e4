package org.traceweave.cases.internal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.traceweave.readers.SourceBytes;

/** SHA-256 of sources. */
public final class Sha256 {

    private static final int CHUNK = 1 << 20;
    private static final int ENDS = 64 * 1024;
    private static final int KEY_DIGITS = 12;

    private Sha256() {
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The whole source. */
    public static String of(SourceBytes bytes) throws IOException {
        MessageDigest digest = digest();
        byte[] chunk = new byte[(int) Math.min(CHUNK, Math.max(1, bytes.size()))];
        for (long at = 0; at < bytes.size(); ) {
            int count = bytes.read(at, chunk, 0, chunk.length);
            if (count <= 0) {
                break;
            }
            digest.update(chunk, 0, count);
            at += count;
        }
        return hex(digest);
    }

    /**
     * Twelve hex digits by which a source's records are named: from its size, its first and its last 64 KiB, so known before it is
     * read, and equal for equal bytes wherever they lie.
     */
    public static String key(SourceBytes bytes) throws IOException {
        MessageDigest digest = digest();
        byte[] size = new byte[Long.BYTES];
        for (int i = 0; i < size.length; i++) {
            size[i] = (byte) (bytes.size() >>> 8 * i);
        }
        digest.update(size);
        digest.update(bytes.read(0, ENDS));
        digest.update(bytes.read(Math.max(0, bytes.size() - ENDS), ENDS));
        return hex(digest).substring(0, KEY_DIGITS);
    }
}

package org.traceweave.readers.windows.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.traceweave.certificates.CertificateFinder;
import org.traceweave.certificates.FoundCertificate;
import org.traceweave.readers.windows.WindowsEvent;

/**
 * Certificates that events carry as binary values, rendered as hex. Windows declares them as encoded certificates; some builds put a
 * length or a store element's header before the DER, so its beginning is looked for within the first bytes.
 */
public final class AttachedCertificates {

    private static final int SHORTEST = 128;
    private static final int LONGEST_PREFIX = 64;

    private AttachedCertificates() {
    }

    /** The DER of each certificate among the event's values, cut to its own length. */
    public static List<byte[]> of(WindowsEvent event) {
        List<byte[]> found = new ArrayList<>();
        for (WindowsEvent.NamedValue value : event.values()) {
            byte[] der = certificate(value.value());
            if (der != null) {
                found.add(der);
            }
        }
        return found;
    }

    /** SHA-1 of the bytes, lower-case hex. */
    public static String thumbprint(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(der));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-1", impossible);
        }
    }

    private static byte @org.jspecify.annotations.Nullable [] certificate(String hex) {
        if (hex.length() < SHORTEST || hex.length() % 2 != 0 || !isHex(hex)) {
            return null;
        }
        byte[] bytes = HexFormat.of().parseHex(hex);
        for (int start = 0; start <= LONGEST_PREFIX && start + 8 < bytes.length; start++) {
            if (bytes[start] == 0x30 && bytes[start + 1] == (byte) 0x82 && bytes[start + 4] == 0x30) {
                int length = 4 + ((bytes[start + 2] & 0xff) << 8 | bytes[start + 3] & 0xff);
                if (start + length <= bytes.length) {
                    return java.util.Arrays.copyOfRange(bytes, start, start + length);
                }
            }
        }
        // PKCS#7, a store element, or something else that holds one
        return CertificateFinder.find(bytes).certificates().stream().findFirst().map(FoundCertificate::der).orElse(null);
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }
}

package org.traceweave.ui.certificates.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.traceweave.cases.CancelSignal;
import org.traceweave.ui.OpenCase;

/**
 * The bytes of certificates of a case that were read from its sources last, so that the issuers of one certificate need not be read again for the
 * next. Bounded. Safe for use by several threads.
 */
final class CertificateBytes {

    private static final int MOST_BYTES = 16 << 20;

    private final Map<String, byte[]> read = new LinkedHashMap<>(64, 0.75f, true);
    private int held;

    /** The DER of a certificate by its SHA-1; empty where the case has no bytes of it. */
    synchronized Optional<byte[]> der(OpenCase open, String sha1, CancelSignal cancel) throws IOException {
        byte[] known = read.get(sha1);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<byte[]> der = open.analysis().der(sha1, cancel);
        der.ifPresent(bytes -> {
            read.put(sha1, bytes);
            held += bytes.length;
            var oldest = read.entrySet().iterator();
            while (held > MOST_BYTES && oldest.hasNext()) {
                held -= oldest.next().getValue().length;
                oldest.remove();
            }
        });
        return der;
    }

    /** Forgets all: another case was opened. */
    synchronized void clear() {
        read.clear();
        held = 0;
    }
}

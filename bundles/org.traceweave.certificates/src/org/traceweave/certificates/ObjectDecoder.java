package org.traceweave.certificates;

import java.util.Optional;
import org.traceweave.certificates.internal.objects.Objects;

/**
 * Decodes what is no certificate: revocation lists, certificate requests, CMS messages, PKCS#12 files, OCSP responses, time stamps and public keys. As
 * with certificates, every field is decoded by itself. Never fails, whatever the bytes. Any thread.
 */
public final class ObjectDecoder {

    private ObjectDecoder() {
    }

    /** What {@code der} begins with; empty if it is none of these. */
    public static Optional<DecodedObject> decode(byte[] der) {
        return decode(der, Optional.empty());
    }

    /** The same, with the password that opens a PKCS#12 file. Private keys in it stay unread. */
    public static Optional<DecodedObject> decode(byte[] der, Optional<char[]> password) {
        return Objects.decode(der, password);
    }
}

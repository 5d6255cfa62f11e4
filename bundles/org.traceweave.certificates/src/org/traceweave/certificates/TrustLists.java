package org.traceweave.certificates;

import java.util.Optional;
import org.traceweave.certificates.internal.trust.TrustListReader;

/**
 * Reads trust lists as they are exported: {@code .sst}, {@code .p7b}, {@code certutil -store} text, PEM and DER, Java and PKCS#12 keystores. The
 * form is told from the bytes. Private keys in keystores are passed over undecrypted. Any thread.
 */
public final class TrustLists {

    /** Longer files are refused. */
    public static final int MAX_BYTES = 64 << 20;

    private TrustLists() {
    }

    /**
     * @param name what the list is called from now on
     * @param password of a keystore; without one, what the keystore holds in the clear is read
     * @throws TrustListException if the bytes hold no trust list, or the password does not open it
     */
    public static TrustList read(String name, byte[] bytes, Optional<char[]> password) throws TrustListException {
        return TrustListReader.read(name, bytes, password);
    }

    public static TrustList read(String name, byte[] bytes) throws TrustListException {
        return read(name, bytes, Optional.empty());
    }
}

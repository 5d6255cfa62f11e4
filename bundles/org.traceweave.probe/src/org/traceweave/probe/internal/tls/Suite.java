package org.traceweave.probe.internal.tls;

import java.util.Optional;
import org.traceweave.certificates.CipherSuite;

/**
 * What the name of a cipher suite says about how it works.
 *
 * @param keyExchange such as {@code ECDHE_RSA}; empty in TLS 1.3
 * @param cipher such as {@code AES_128_GCM}, if this client can encrypt with it
 * @param hash {@code SHA256} or {@code SHA384} of the suite; for CBC suites that of the MAC
 */
record Suite(int number, String keyExchange, Optional<Cipher> cipher, String hash) {

    /** Ciphers that this client can encrypt with: length of key, of the fixed part of the nonce, of the MAC key's hash where there is one. */
    enum Cipher {
        AES_128_GCM(16, 4), AES_256_GCM(32, 4), CHACHA20_POLY1305(32, 12), AES_128_CBC(16, 0), AES_256_CBC(32, 0);

        private final int keyLength;
        private final int fixedNonce;

        Cipher(int keyLength, int fixedNonce) {
            this.keyLength = keyLength;
            this.fixedNonce = fixedNonce;
        }

        int keyLength() {
            return keyLength;
        }

        int fixedNonce() {
            return fixedNonce;
        }

        boolean cbc() {
            return this == AES_128_CBC || this == AES_256_CBC;
        }
    }

    static Suite of(int number) {
        String name = CipherSuite.name(number);
        int with = name.indexOf("_WITH_");
        String keyExchange = name.startsWith("TLS_") && with > 0 ? name.substring(4, with) : "";
        String rest = with > 0 ? name.substring(with + 6) : name.substring(Math.min(4, name.length()));
        int last = rest.lastIndexOf('_');
        String hash = last > 0 ? rest.substring(last + 1) : "";
        Optional<Cipher> cipher = Optional.empty();
        for (Cipher each : Cipher.values()) {
            if (last > 0 && rest.substring(0, last).equals(each.name()) && (hash.equals("SHA256") || hash.equals("SHA384") || hash.equals("SHA")
                    && each.cbc())) {
                cipher = Optional.of(each);
            }
        }
        return new Suite(number, keyExchange, cipher, hash);
    }

    /** Whether the key exchange is signed with the certificate's key. */
    boolean signsKeyExchange() {
        return keyExchange.startsWith("ECDHE_") || keyExchange.startsWith("DHE_");
    }

    /** The hash of the key derivation: a CBC suite with SHA-1 derives with SHA-256 in TLS 1.2. */
    String derivationHash() {
        return hash.equals("SHA384") ? "SHA384" : "SHA256";
    }
}

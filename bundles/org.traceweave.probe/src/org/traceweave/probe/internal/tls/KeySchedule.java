package org.traceweave.probe.internal.tls;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The key schedule of TLS 1.3 without pre-shared keys (RFC 8446 section 7.1). */
final class KeySchedule {

    private final String hash;
    private final int length;
    private byte[] secret;

    /** What protects one direction: the key, the nonce's fixed part, and the secret for Finished. */
    record Traffic(byte[] secret, byte[] key, byte[] nonce) {
    }

    KeySchedule(String hash) {
        this.hash = hash;
        length = Hashes.digest(hash).getDigestSize();
        secret = Hashes.hmac(hash, new byte[length], new byte[length]);
    }

    /** Goes on to the handshake secret, or with an input of zeros to the master secret. */
    void advance(byte[] input) {
        secret = Hashes.hmac(hash, expand(secret, "derived", Hashes.hash(hash), length), input);
    }

    byte[] zeros() {
        return new byte[length];
    }

    Traffic traffic(String label, byte[] transcriptHash, Suite.Cipher cipher) {
        byte[] traffic = expand(secret, label, transcriptHash, length);
        return new Traffic(traffic, expand(traffic, "key", new byte[0], cipher.keyLength()), expand(traffic, "iv", new byte[0], 12));
    }

    byte[] finished(Traffic traffic, byte[] transcriptHash) {
        return Hashes.hmac(hash, expand(traffic.secret, "finished", new byte[0], length), transcriptHash);
    }

    /** HKDF-Expand-Label; all outputs here fit two rounds of HKDF-Expand (RFC 5869). */
    private byte[] expand(byte[] key, String label, byte[] context, int octets) {
        byte[] info = new TlsWriter().number(octets, 2).vector(("tls13 " + label).getBytes(StandardCharsets.US_ASCII), 1).vector(context,
                1).toBytes();
        byte[] out = new byte[0];
        byte[] last = new byte[0];
        for (int round = 1; out.length < octets; round++) {
            last = Hashes.hmac(hash, key, last, info, new byte[] {(byte) round});
            out = TlsWriter.join(out, last);
        }
        return Arrays.copyOf(out, octets);
    }
}

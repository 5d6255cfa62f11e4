package org.traceweave.probe.internal.tls;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The pseudo-random function of TLS up to 1.2: one hash in 1.2 (RFC 5246 section 5), MD5 and SHA-1 mixed before (RFC 2246 section 5). */
final class Prf {

    private static final int MIXED_FINISHED = 36;

    private final int version;
    private final String hash;

    Prf(int version, Suite suite) {
        this.version = version;
        this.hash = suite.derivationHash();
    }

    byte[] derive(byte[] secret, String label, byte[] seed, int octets) {
        byte[] labelled = TlsWriter.join(label.getBytes(StandardCharsets.US_ASCII), seed);
        if (version >= ClientOffer.TLS_1_2) {
            return expand(hash, secret, labelled, octets);
        }
        int half = (secret.length + 1) / 2;
        byte[] out = expand("MD5", Arrays.copyOf(secret, half), labelled, octets);
        byte[] other = expand("SHA1", Arrays.copyOfRange(secret, secret.length - half, secret.length), labelled, octets);
        for (int i = 0; i < octets; i++) {
            out[i] ^= other[i];
        }
        return out;
    }

    /** The hash over what was said, as Finished and the extended master secret use it. */
    byte[] transcriptHash(byte[] said) {
        if (version >= ClientOffer.TLS_1_2) {
            return Hashes.hash(hash, said);
        }
        byte[] both = TlsWriter.join(Hashes.hash("MD5", said), Hashes.hash("SHA1", said));
        return Arrays.copyOf(both, MIXED_FINISHED);
    }

    private static byte[] expand(String hash, byte[] secret, byte[] seed, int octets) {
        byte[] out = new byte[0];
        byte[] a = seed;
        while (out.length < octets) {
            a = Hashes.hmac(hash, secret, a);
            out = TlsWriter.join(out, Hashes.hmac(hash, secret, a, seed));
        }
        return Arrays.copyOf(out, octets);
    }
}

package org.traceweave.probe.internal.tls;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.internal.net.ProbeException;

/**
 * AES-CBC with HMAC (RFC 5246 section 6.2.3.2, RFC 2246 for the chained IV of TLS 1.0). Timing is not hidden: nothing secret is ever sent here.
 */
final class CbcProtection implements RecordProtection {

    private static final int BLOCK = 16;

    private final byte[] key;
    private final byte[] macKey;
    private final String hash;
    private final boolean explicitIv;
    private final SecureRandom random;
    private byte[] chained;
    private long sequence;

    /** @param firstIv the IV of the first record where IVs are chained; unused otherwise */
    CbcProtection(byte[] key, byte[] macKey, String hash, byte[] firstIv, boolean explicitIv, SecureRandom random) {
        this.key = key;
        this.macKey = macKey;
        this.hash = hash;
        this.chained = firstIv;
        this.explicitIv = explicitIv;
        this.random = random;
    }

    @Override
    public byte[] seal(int type, int version, byte[] plain) {
        byte[] signed = TlsWriter.join(plain, mac(type, version, plain));
        int padding = BLOCK - 1 - signed.length % BLOCK;
        byte[] padded = Arrays.copyOf(signed, signed.length + padding + 1);
        Arrays.fill(padded, signed.length, padded.length, (byte) padding);
        byte[] iv = chained;
        if (explicitIv) {
            iv = new byte[BLOCK];
            random.nextBytes(iv);
        }
        byte[] encrypted = run(true, iv, padded);
        chained = Arrays.copyOfRange(encrypted, encrypted.length - BLOCK, encrypted.length);
        byte[] body = explicitIv ? TlsWriter.join(iv, encrypted) : encrypted;
        sequence++;
        return new TlsWriter().number(type, 1).number(version, 2).vector(body, 2).toBytes();
    }

    @Override
    public RecordLayer.Plain open(byte[] header, byte[] body) throws ProbeException {
        int from = explicitIv ? BLOCK : 0;
        int macLength = Hashes.digest(hash).getDigestSize();
        if (body.length % BLOCK != 0 || body.length < from + BLOCK) {
            throw damaged();
        }
        byte[] iv = explicitIv ? Arrays.copyOf(body, BLOCK) : chained;
        byte[] padded = run(false, iv, Arrays.copyOfRange(body, from, body.length));
        chained = Arrays.copyOfRange(body, body.length - BLOCK, body.length);
        int length = padded.length - 1 - (padded[padded.length - 1] & 0xff) - macLength;
        if (length < 0) {
            throw damaged();
        }
        byte[] plain = Arrays.copyOf(padded, length);
        byte[] mac = mac(header[0], (header[1] & 0xff) << 8 | header[2] & 0xff, plain);
        if (!Arrays.equals(mac, Arrays.copyOfRange(padded, length, length + macLength))) {
            throw damaged();
        }
        sequence++;
        return new RecordLayer.Plain(header[0], plain);
    }

    private static ProbeException damaged() {
        return new ProbeException(Kind.MALFORMED,
                "An encrypted record of the server cannot be decrypted: it was damaged on the way, or the server derived "
                + "other keys");
    }

    private byte[] mac(int type, int version, byte[] plain) {
        byte[] prefix = new TlsWriter().number(sequence, 8).number(type, 1).number(version, 2).number(plain.length, 2).toBytes();
        return Hashes.hmac(hash, macKey, prefix, plain);
    }

    private byte[] run(boolean encrypt, byte[] iv, byte[] input) {
        CBCModeCipher cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key), iv));
        byte[] out = new byte[input.length];
        for (int at = 0; at < input.length; at += BLOCK) {
            cipher.processBlock(input, at, out, at);
        }
        return out;
    }
}

package org.traceweave.probe.internal.tls;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.internal.net.ProbeException;

/** AES-GCM and ChaCha20-Poly1305: in TLS 1.3 (RFC 8446 section 5.2), and in TLS 1.2 (RFC 5288, RFC 7905). */
final class AeadProtection implements RecordProtection {

    private static final int TAG = 16;
    private static final int NONCE = 12;

    private final Suite.Cipher cipher;
    private final byte[] key;
    private final byte[] fixed;
    private final boolean version13;
    private long sequence;

    /** @param fixed the nonce's fixed part: 12 bytes, or 4 for AES-GCM in TLS 1.2, whose rest stands in each record */
    AeadProtection(Suite.Cipher cipher, byte[] key, byte[] fixed, boolean version13) {
        this.cipher = cipher;
        this.key = key;
        this.fixed = fixed;
        this.version13 = version13;
    }

    private boolean explicitNonce() {
        return fixed.length < NONCE;
    }

    @Override
    public byte[] seal(int type, int version, byte[] plain) {
        byte[] inner = version13 ? TlsWriter.join(plain, new byte[] {(byte) type}) : plain;
        int outerType = version13 ? RecordLayer.APPLICATION : type;
        byte[] explicit = explicitNonce() ? new TlsWriter().number(sequence, 8).toBytes() : new byte[0];
        int length = explicit.length + inner.length + TAG;
        byte[] header = new TlsWriter().number(outerType, 1).number(version, 2).number(length, 2).toBytes();
        byte[] additional = version13 ? header : additional12(type, version, inner.length);
        try {
            return TlsWriter.join(header, explicit, run(true, nonce(explicit), additional, inner));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encrypting checks nothing", e);
        } finally {
            sequence++;
        }
    }

    @Override
    public RecordLayer.Plain open(byte[] header, byte[] body) throws ProbeException {
        int explicitLength = explicitNonce() ? NONCE - fixed.length : 0;
        if (body.length < explicitLength + TAG) {
            throw new ProbeException(Kind.MALFORMED, "The server sent an encrypted record of " + body.length + " bytes, which is too short");
        }
        byte[] explicit = Arrays.copyOf(body, explicitLength);
        byte[] encrypted = Arrays.copyOfRange(body, explicitLength, body.length);
        byte[] additional = version13 ? header : additional12(header[0], (header[1] & 0xff) << 8 | header[2] & 0xff, encrypted.length - TAG);
        try {
            byte[] plain = run(false, nonce(explicit), additional, encrypted);
            sequence++;
            return version13 ? inner(plain) : new RecordLayer.Plain(header[0], plain);
        } catch (InvalidCipherTextException e) {
            throw new ProbeException(Kind.MALFORMED,
                    "An encrypted record of the server cannot be decrypted: it was damaged on the way, or the server "
                    + "derived other keys");
        }
    }

    /** The content's type stands behind it, before a padding of zeros. */
    private static RecordLayer.Plain inner(byte[] plain) throws ProbeException {
        int end = plain.length - 1;
        while (end >= 0 && plain[end] == 0) {
            end--;
        }
        if (end < 0) {
            throw new ProbeException(Kind.MALFORMED, "The server sent an encrypted record without content");
        }
        return new RecordLayer.Plain(plain[end], Arrays.copyOf(plain, end));
    }

    private byte[] additional12(int type, int version, int length) {
        return new TlsWriter().number(sequence, 8).number(type, 1).number(version, 2).number(length, 2).toBytes();
    }

    private byte[] nonce(byte[] explicit) {
        if (explicitNonce()) {
            return TlsWriter.join(fixed, explicit);
        }
        byte[] nonce = fixed.clone();
        for (int i = 0; i < 8; i++) {
            nonce[NONCE - 1 - i] ^= (byte) (sequence >>> 8 * i);
        }
        return nonce;
    }

    private byte[] run(boolean encrypt, byte[] nonce, byte[] additional, byte[] input) throws InvalidCipherTextException {
        AEADCipher engine = cipher == Suite.Cipher.CHACHA20_POLY1305 ? new ChaCha20Poly1305() : GCMBlockCipher.newInstance(AESEngine.newInstance());
        engine.init(encrypt, new AEADParameters(new KeyParameter(key), TAG * 8, nonce, additional));
        byte[] out = new byte[engine.getOutputSize(input.length)];
        int count = engine.processBytes(input, 0, input.length, out, 0);
        count += engine.doFinal(out, count);
        return Arrays.copyOf(out, count);
    }
}

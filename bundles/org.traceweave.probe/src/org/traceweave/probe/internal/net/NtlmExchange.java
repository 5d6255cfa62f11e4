package org.traceweave.probe.internal.net;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** NTLM authentication, version 2 of its response, as proxies of Windows networks ask for (MS-NLMP sections 2.2.1 and 3.3.2). */
final class NtlmExchange {

    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    /** Unicode, target wanted, NTLM, always sign, extended session security. */
    private static final int FLAGS = 0x0008_8205;
    private static final int HEADER = 64;
    private static final int CHALLENGE_HEADER = 48;
    private static final int TIMESTAMP = 7;
    private static final int MAX_TARGET = 16 * 1024;

    private final String domain;
    private final String user;

    /** @param name {@code DOMAIN\\user}, {@code user@domain} or {@code user} */
    NtlmExchange(String name) {
        int backslash = name.indexOf('\\');
        domain = backslash < 0 ? "" : name.substring(0, backslash);
        user = name.substring(backslash + 1);
    }

    /** The first message, which asks for a challenge. */
    static byte[] negotiate() {
        return ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).put(SIGNATURE).putInt(1).putInt(FLAGS).array();
    }

    /**
     * The answer to a challenge.
     *
     * @param random 8 bytes of the client's own
     * @param fileTime now, for servers that tell no time
     * @return empty if the challenge is none
     */
    Optional<byte[]> authenticate(byte[] challenge, char[] password, byte[] random, long fileTime) {
        Optional<byte[]> target = target(challenge);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        byte[] server = Arrays.copyOfRange(challenge, 24, 32);
        Optional<Long> told = timestamp(target.get());
        byte[] blob = blob(told.orElse(fileTime), random, target.get());
        byte[] key = key(password);
        byte[] proof = hmac(key, server, blob);
        byte[] lan = told.isPresent() ? new byte[24] : join(hmac(key, server, random), random);
        return Optional.of(message(lan, join(proof, blob)));
    }

    /** What the server tells of itself in the challenge, of which the response must be made. */
    private static Optional<byte[]> target(byte[] challenge) {
        if (challenge.length < CHALLENGE_HEADER || !Arrays.equals(SIGNATURE, Arrays.copyOf(challenge, SIGNATURE.length))) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(challenge).order(ByteOrder.LITTLE_ENDIAN);
        int length = Short.toUnsignedInt(buffer.getShort(40));
        long offset = Integer.toUnsignedLong(buffer.getInt(44));
        if (buffer.getInt(8) != 2 || length > MAX_TARGET || offset + length > challenge.length) {
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOfRange(challenge, (int) offset, (int) offset + length));
    }

    private static Optional<Long> timestamp(byte[] target) {
        ByteBuffer pairs = ByteBuffer.wrap(target).order(ByteOrder.LITTLE_ENDIAN);
        while (pairs.remaining() >= 4) {
            int id = Short.toUnsignedInt(pairs.getShort());
            int length = Short.toUnsignedInt(pairs.getShort());
            if (length > pairs.remaining() || id == 0) {
                return Optional.empty();
            }
            if (id == TIMESTAMP && length == Long.BYTES) {
                return Optional.of(pairs.getLong());
            }
            pairs.position(pairs.position() + length);
        }
        return Optional.empty();
    }

    private static byte[] blob(long time, byte[] random, byte[] target) {
        return ByteBuffer.allocate(28 + target.length + 4).order(ByteOrder.LITTLE_ENDIAN).put((byte) 1).put((byte) 1).position(8).putLong(time)
                .put(random)
                .putInt(0).put(target).putInt(0).array();
    }

    private byte[] key(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_16LE.encode(CharBuffer.wrap(password));
        MD4Digest digest = new MD4Digest();
        digest.update(encoded.array(), 0, encoded.remaining());
        Arrays.fill(encoded.array(), (byte) 0);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hmac(hash, utf16(user.toUpperCase(Locale.ROOT) + domain));
    }

    private byte[] message(byte[] lan, byte[] nt) {
        byte[][] payload = {lan, nt, utf16(domain), utf16(user), new byte[0], new byte[0]};
        byte[] all = join(payload);
        ByteBuffer message = ByteBuffer.allocate(HEADER + all.length).order(ByteOrder.LITTLE_ENDIAN).put(SIGNATURE).putInt(3);
        int offset = HEADER;
        for (byte[] part : payload) {
            message.putShort((short) part.length).putShort((short) part.length).putInt(offset);
            offset += part.length;
        }
        return message.putInt(FLAGS).put(all).array();
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        HMac mac = new HMac(new MD5Digest());
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    private static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}

package org.traceweave.probe.internal.tls;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Hashes and MACs by the names that cipher suites use. */
final class Hashes {

    private Hashes() {
    }

    static Digest digest(String name) {
        return switch (name) {
            case "MD5" -> new MD5Digest();
            case "SHA", "SHA1" -> new SHA1Digest();
            case "SHA256" -> new SHA256Digest();
            case "SHA384" -> new SHA384Digest();
            default -> throw new IllegalArgumentException(name);
        };
    }

    static byte[] hash(String name, byte[]... parts) {
        Digest digest = digest(name);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    static byte[] hmac(String name, byte[] key, byte[]... parts) {
        HMac mac = new HMac(digest(name));
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }
}

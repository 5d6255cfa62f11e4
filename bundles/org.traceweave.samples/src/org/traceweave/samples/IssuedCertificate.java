package org.traceweave.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.cert.X509CertificateHolder;

/** A certificate that {@link CertificateMaker} made: its DER bytes, its key pair, and what it says, parsed. */
public record IssuedCertificate(
        byte[] der,
        KeyPair key,
        X509CertificateHolder parsed) {

    /** A certificate that was made elsewhere; {@code key} stands for its own where something must be signed. */
    public static IssuedCertificate read(byte[] der, KeyPair key) {
        try {
            return new IssuedCertificate(der, key, new X509CertificateHolder(der));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-1 thumbprint, lower-case hex. */
    public String sha1() {
        return digest("SHA-1");
    }

    /** SHA-256 thumbprint, lower-case hex. */
    public String sha256() {
        return digest("SHA-256");
    }

    private String digest(String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** PEM text with CRLF line ends. */
    public String pem() {
        return "-----BEGIN CERTIFICATE-----\r\n" + Base64.getMimeEncoder(64, new byte[] {'\r', '\n'}).encodeToString(der)
                + "\r\n-----END CERTIFICATE-----\r\n";
    }
}

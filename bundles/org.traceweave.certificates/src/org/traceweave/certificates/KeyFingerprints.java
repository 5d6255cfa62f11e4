package org.traceweave.certificates;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * By what a public key is recognised, whatever certificate it stands in. A renewed certificate of the same key has the same ones.
 *
 * @param pin base64 of the SHA-256 of the SubjectPublicKeyInfo (RFC 7469), as browsers and proxies pin keys
 * @param keyId lower-case hex of the SHA-1 of the key's bits (RFC 5280 section 4.2.1.2, method 1), which most authorities write as subject key identifier
 * @param keyHash lower-case hex of the SHA-1 of the SubjectPublicKeyInfo, what {@code certutil} prints as Key Id Hash (sha1)
 */
public record KeyFingerprints(String pin, String keyId, String keyHash) {

    /** Those of a certificate's key; none where it has no key that could be read. */
    public static Optional<KeyFingerprints> of(DecodedCertificate certificate) {
        Optional<DerNode> bits = certificate.publicKey().flatMap(key -> key.children().stream().filter(part -> part.isUniversal(Asn1Tag.BIT_STRING)).findFirst())
                .filter(part -> part.contentLength() > 1);
        return bits.map(key -> {
            byte[] info = certificate.publicKey().orElseThrow().encoded();
            byte[] content = key.content();
            return new KeyFingerprints(Base64.getEncoder().encodeToString(digest("SHA-256", info)),
                    HexFormat.of().formatHex(digest("SHA-1", Arrays.copyOfRange(content, 1, content.length))), HexFormat.of().formatHex(digest("SHA-1", info)));
        });
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is part of every Java platform", e);
        }
    }
}

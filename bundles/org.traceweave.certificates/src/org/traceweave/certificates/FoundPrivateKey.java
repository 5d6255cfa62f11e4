package org.traceweave.certificates;

/**
 * Where a private key lies in the clear. Its bytes are neither decoded nor kept.
 *
 * @param kind {@code PKCS#8}, {@code RSA}, {@code EC}, {@code DSA}, {@code encrypted PKCS#8}, {@code OpenSSH}, {@code PKCS#12}, ...
 * @param encrypted whether a password protects it
 */
public record FoundPrivateKey(int offset, int length, FindEncoding encoding, String kind, boolean encrypted) {
}

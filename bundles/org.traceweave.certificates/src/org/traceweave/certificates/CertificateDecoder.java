package org.traceweave.certificates;

import org.traceweave.certificates.internal.x509.CertificateFields;
import org.traceweave.model.Certificate;

/**
 * Decodes X.509 certificates (RFC 5280) from any bytes. Every field is decoded by itself, so that a certificate with one bad field is
 * still shown; what could not be decoded is listed in {@link Certificate#problems()} with its offset in the DER. Never fails, whatever the bytes;
 * bounded in depth, time and memory. Any thread.
 */
public final class CertificateDecoder {

    /** Larger input is not looked at. */
    public static final int MAX_BYTES = 1 << 20;

    private CertificateDecoder() {
    }

    /** The facts of the certificate that {@code der} begins with; without sightings and lints. */
    public static Certificate decode(byte[] der) {
        return examine(der).facts();
    }

    /** The certificate that {@code der} begins with, with its tree and the parts that chains, lints and views ask for. */
    public static DecodedCertificate examine(byte[] der) {
        return CertificateFields.decode(der);
    }
}

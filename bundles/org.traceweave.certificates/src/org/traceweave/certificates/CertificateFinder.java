package org.traceweave.certificates;

import org.traceweave.certificates.internal.find.Search;

/**
 * Finds certificates in any bytes: text with PEM in any disguise, base64 at any alignment, hex runs and dumps, TLS records in base64,
 * UTF-16 text, raw DER, CMS. A find is confirmed by its structure, so that random text gives none. Private keys are told and
 * neither decoded nor kept. Rules: reference section B.4. Any thread.
 */
public final class CertificateFinder {

    private CertificateFinder() {
    }

    /** All finds in a part of some text or bytes, such as one record. Offsets count from the start of {@code bytes}. */
    public static CertificateFinds find(byte[] bytes, int from, int to) {
        return new Search(bytes, from, to).run();
    }

    public static CertificateFinds find(byte[] bytes) {
        return find(bytes, 0, bytes.length);
    }

    /**
     * All finds in a file that was given as a certificate ({@code .cer}, {@code .pem}, {@code .p7b}). Where there is none, one problem says what the
     * file is instead.
     */
    public static CertificateFinds findInFile(byte[] bytes) {
        return new Search(bytes, 0, bytes.length).runOnFile();
    }
}

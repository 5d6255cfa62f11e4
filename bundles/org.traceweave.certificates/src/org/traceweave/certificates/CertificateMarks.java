package org.traceweave.certificates;

import org.traceweave.certificates.internal.find.MarkScan;

/**
 * A fast look at a record while it is imported: might it hold certificates? It looks only at long runs of base64 or hex, so that it costs a
 * small part of reading; {@link CertificateFinder} decides later. Any thread.
 */
public final class CertificateMarks {

    private CertificateMarks() {
    }

    /**
     * Bits {@code 1 << CertificateMark.ordinal()} for PEM or base64, DER in hex, and TLS records; 0 for nearly every record.
     *
     * @param utf8 the record's text, from {@code from} to before {@code to}
     */
    public static int scan(byte[] utf8, int from, int to) {
        return MarkScan.scan(utf8, from, to);
    }
}

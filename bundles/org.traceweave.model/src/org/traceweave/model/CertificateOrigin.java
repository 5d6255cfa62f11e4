package org.traceweave.model;

/** Where a certificate's facts come from. */
public enum CertificateOrigin implements Worded {
    /** Its DER encoding is at hand. */
    BYTES("bytes"),
    /** Only what a CAPI2 event tells. */
    EVENT("event"),
    /** Only what a listing of a certificate store tells: thumbprint and names. */
    LISTING("listing");

    private final String word;

    CertificateOrigin(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

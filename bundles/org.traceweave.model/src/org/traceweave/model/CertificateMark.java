package org.traceweave.model;

/** A sign, set while importing, that a record may hold certificates. */
public enum CertificateMark implements Worded {
    /** A PEM or bare base64 block. */
    PEM("pem"),
    /** DER bytes, in binary or hex. */
    DER("der"),
    /** TLS records, as in gssapi-data. */
    TLS("tls"),
    /** A CAPI2 event 90. */
    EVENT90("event90"),
    /** A private key that no password protects; its bytes were left out of the index. */
    PRIVATE_KEY("private-key");

    private final String word;

    CertificateMark(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

package org.traceweave.model;

/** One extension of a certificate, decoded to text. */
public record CertificateExtension(
        String oid,
        String name,
        boolean critical,
        String text) {
}

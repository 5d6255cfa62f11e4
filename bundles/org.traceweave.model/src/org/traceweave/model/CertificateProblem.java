package org.traceweave.model;

/** A field of a certificate that could not be decoded; {@code offset} is in its DER. */
public record CertificateProblem(
        long offset,
        String field,
        String text) {
}

package org.traceweave.certificates;

/**
 * What a machine that built a chain said about two certificates in it, each by its SHA-1 thumbprint in lower-case hex (CAPI2 event 11 and its
 * {@code fileRef}).
 */
public record ReportedIssuer(String certificate, String issuer) {
}

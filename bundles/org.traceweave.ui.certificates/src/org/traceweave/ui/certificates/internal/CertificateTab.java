package org.traceweave.ui.certificates.internal;

/** The pages about a certificate, in the order in which an engineer asks. */
enum CertificateTab {
    VERDICT,
    NAMES,
    VALIDITY,
    DETAILS,
    KEYS,
    CHAIN,
    WHAT_IF,
    ASN1,
    TEXT,
    COMPARE
}

package org.traceweave.ui.certificates.internal;

import org.traceweave.model.Evidence;

/** Where a link of the certificate page leads. */
sealed interface CertificateLink {

    /** To another certificate of the case, by its SHA-1 thumbprint. */
    record ToCertificate(String sha1) implements CertificateLink {
    }

    /** To where it was seen. */
    record ToEvidence(Evidence evidence) implements CertificateLink {
    }

    /** To a sign-in that carried it. */
    record ToSignIn(String id) implements CertificateLink {
    }

    /** To its bytes, by an offset in its DER. */
    record ToBytes(int offset) implements CertificateLink {
    }

    /** To an address outside, which the system's browser opens. */
    record ToAddress(String url) implements CertificateLink {
    }

    /** To another page about it. */
    record ToPage(CertificateTab tab) implements CertificateLink {
    }
}

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
}

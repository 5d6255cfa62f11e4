package org.traceweave.ui.internal.pages;

import org.traceweave.model.Evidence;

/** Where a link of the detail view leads. */
public sealed interface DetailLink {

    /** To a sign-in attempt. */
    record ToSignIn(String id) implements DetailLink {
    }

    /** To a certificate, by its SHA-1 thumbprint. */
    record ToCertificate(String sha1) implements DetailLink {
    }

    /** To the call flow of the attempt that is shown. */
    record ToCallFlow() implements DetailLink {
    }

    /** To a record. */
    record ToEvidence(Evidence evidence) implements DetailLink {
    }
}

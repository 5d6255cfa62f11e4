package org.traceweave.model;

import java.util.List;
import java.util.Optional;

/**
 * One certificate of a {@link ChainBuild} and what Windows said of it. {@code trustErrors}, {@code trustNotes}: CERT_TRUST_ names without
 * that prefix, errors and what is for information; {@code meanings}: each error in words; {@code revocation}: what came of checking it.
 */
public record ChainElement(
        Optional<String> subject,
        Optional<String> thumbprint,
        List<String> trustErrors,
        List<String> trustNotes,
        List<String> meanings,
        Optional<String> revocation) {

    public ChainElement {
        trustErrors = List.copyOf(trustErrors);
        trustNotes = List.copyOf(trustNotes);
        meanings = List.copyOf(meanings);
    }
}

package org.traceweave.readers.windows;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something CAPI2 fetched, or tried to (events 13, 15, 18, 20, 51, 53). {@code fromNetwork}: not from the cache; {@code what}: {@code crl},
 * {@code ocsp}, {@code issuer}, {@code trust-list} or {@code object}; {@code proxy}: the steps to find a way out, in words, in order;
 * {@code result}: an HRESULT, 0 for success.
 */
public record Capi2Retrieval(
        boolean fromNetwork,
        String what,
        Optional<String> url,
        Optional<String> proxy,
        OptionalLong result) {

    /** Why it failed; empty if it did not. */
    public Optional<String> failure() {
        return result.orElse(0) == 0 ? Optional.empty() : Optional.of(HResult.word(result.getAsLong()));
    }
}

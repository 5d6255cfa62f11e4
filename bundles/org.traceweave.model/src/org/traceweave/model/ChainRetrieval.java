package org.traceweave.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something Windows fetched, or tried to, while it built a chain. {@code what}: {@code crl}, {@code ocsp}, {@code issuer},
 * {@code trust-list} or {@code object}; {@code proxy}: the proxy step it was at, in words; {@code seconds}: how long it took;
 * {@code hresult}: why it failed, empty if it did not. {@code time}: UTC nanoseconds.
 */
public record ChainRetrieval(
        long time,
        String what,
        Optional<String> url,
        Optional<String> proxy,
        OptionalDouble seconds,
        Optional<String> hresult,
        Evidence evidence) {
}

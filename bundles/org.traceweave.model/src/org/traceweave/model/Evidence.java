package org.traceweave.model;

import java.util.Optional;

/** Where something is written: {@code length} bytes at {@code offset} of a source, named as imported. Always resolves to bytes. */
public record Evidence(
        String source,
        long offset,
        long length,
        Optional<String> record) {
}

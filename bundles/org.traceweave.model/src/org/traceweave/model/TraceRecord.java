package org.traceweave.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One record of a case as the command line prints it and views show it. {@code time}: UTC nanoseconds, not corrected for
 * skew. Field values are {@code String} or {@code Long}, in the order of their declarations.
 */
public record TraceRecord(
        String id,
        String caseName,
        long time,
        String source,
        long offset,
        long length,
        Optional<String> host,
        Optional<String> component,
        Optional<Level> level,
        OptionalLong process,
        OptionalLong thread,
        RecordKind kind,
        String text,
        Map<String, Object> fields) {

    public TraceRecord {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Evidence evidence() {
        return new Evidence(source, offset, length, Optional.of(id));
    }
}

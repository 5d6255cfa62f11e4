package org.traceweave.model;

/** Bytes of a source that could not be read as they should. */
public record Damage(
        long offset,
        long length,
        DamageKind kind,
        String detail) {
}

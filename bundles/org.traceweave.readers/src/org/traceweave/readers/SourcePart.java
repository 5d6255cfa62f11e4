package org.traceweave.readers;

/**
 * A stretch of a source that can be read on its own, {@code from} inclusive, {@code to} exclusive, in bytes. A record belongs to the
 * part in which it begins; reading a part may look beyond its end to finish its last record. Parts cover the source without overlap.
 */
public record SourcePart(long from, long to) {
}

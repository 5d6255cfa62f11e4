package org.traceweave.model;

import org.jspecify.annotations.Nullable;

/**
 * A record on its way from a reader to the index: what is searched by, and the bytes of its text. Implementations are reused from one
 * record to the next, so a caller takes what it needs before it returns. Not safe for use by several threads.
 */
public interface RecordContent {

    /** UTC nanoseconds, zone settled, not corrected for skew; {@link UtcTime#UNKNOWN} where the record has none. */
    long time();

    /** First byte of the record in its source. */
    long offset();

    /** Bytes the record takes in its source. */
    int length();

    @Nullable String host();

    @Nullable String component();

    @Nullable Level level();

    /** Process id, or -1. */
    long process();

    /** Thread id, or -1. */
    long thread();

    RecordKind kind();

    /** Array that holds the searchable text as UTF-8, from {@link #textStart} for {@link #textLength} bytes. */
    byte[] text();

    int textStart();

    int textLength();

    /** How many field values follow; one field may have several values, the first of which is the one shown. */
    int fieldCount();

    RecordField field(int index);

    /** The value of a keyword field. */
    String keyword(int index);

    /** The value of a number field. */
    long number(int index);

    /** Signs of certificates, one bit {@code 1 << CertificateMark.ordinal()} each. */
    int certificateMarks();
}

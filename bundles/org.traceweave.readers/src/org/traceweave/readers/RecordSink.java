package org.traceweave.readers;

import org.traceweave.model.Damage;

/** Takes what a reader finds. Used by one thread at a time. */
public interface RecordSink {

    /** One record. The draft is reused: it is valid only until this method returns. */
    void record(RecordDraft draft);

    /** Bytes that could not be read as they should; everything around them was. */
    void damage(Damage damage);

    /** Whether the reader should stop at its next opportunity. */
    default boolean isCancelled() {
        return false;
    }
}

package org.traceweave.analysis.internal.windows;

import org.traceweave.model.Evidence;
import org.traceweave.readers.windows.Capi2Event;

/** One CAPI2 event of a task, and where it stands. {@code time}: UTC nanoseconds, of its record. */
record ChainEvent(Capi2Event facts, long time, Evidence evidence) {

    static final int BUILD_BEGUN = 10;
    static final int BUILT = 11;
    static final int POLICY = 30;
    static final int REJECTED_REVOCATION = 42;
    static final int TRUST_VERIFIED = 81;
    static final int OBJECTS = 90;

    int id() {
        return facts.event().eventId();
    }

    /** Its number within its task; where that is missing, records keep their order. */
    long sequence() {
        return facts.sequenceNumber().orElse(Long.MAX_VALUE);
    }

    long thread() {
        return facts.event().thread().orElse(-1);
    }
}

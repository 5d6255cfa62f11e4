package org.traceweave.readers.windows.internal;

import java.io.IOException;
import java.util.Optional;
import org.traceweave.readers.SourceReading;
import org.traceweave.readers.windows.EventElement;

/** A source of events that can give the tree of a single one. Safe for use by several threads. */
public interface EventSource extends SourceReading {

    /** The tree of the event whose record takes those bytes; empty where they are none. */
    Optional<EventElement> event(long offset, int length) throws IOException;
}

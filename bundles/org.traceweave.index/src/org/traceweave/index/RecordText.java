package org.traceweave.index;

import java.io.IOException;

/** Gives the text of a record from its source, for what only the raw text can decide: 'substrings' in single quotes. */
@FunctionalInterface
public interface RecordText {

    /** @throws IOException if the source is gone, changed or unreadable */
    String text(int source, long offset, int length) throws IOException;
}

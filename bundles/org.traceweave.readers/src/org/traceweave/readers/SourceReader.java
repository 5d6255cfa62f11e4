package org.traceweave.readers;

import java.io.IOException;

/** Reads one format. Stateless; safe for use by several threads. Contributed through {@link ReaderRegistry}. */
public interface SourceReader {

    /** The format's id, as {@code Source.format} names it: {@code cls}, {@code evtx}, ... */
    String format();

    /** The format's name for people. */
    String name();

    /** How sure this reader is that the source is of its format: 0 (it is not) to 100 (it can be nothing else). */
    int confidence(SourceHead head);

    /**
     * Opens a source for reading. The reading does not close {@code bytes}.
     *
     * @throws IOException if the source cannot be read, or is so damaged at its beginning that nothing can be; the message is one
     *     sentence for the user
     */
    SourceReading open(SourceBytes bytes) throws IOException;
}

package org.traceweave.index;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * The records of a query as rows of a table, numbered from 0 in time order (records without a time first, equal times by source and
 * offset), reached at random without being held: memory is at most a bit a record of the case. Valid as long as its snapshot is open.
 * Safe for use by several threads.
 */
public final class RecordRows {

    RecordRows() {
    }

    public long size() {
        throw new UnsupportedOperationException();
    }

    /** Rows {@code first} to {@code first + count - 1}, fewer at the end. */
    public List<IndexedRecord> rows(long first, int count) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The row of the record at {@code offset} of {@code source}; empty if it is not among these rows. */
    public OptionalLong rowOf(int source, long offset) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The first row whose time is {@code time} (UTC nanoseconds) or later; {@link #size} if none is. */
    public long rowAt(long time) throws IOException {
        throw new UnsupportedOperationException();
    }
}

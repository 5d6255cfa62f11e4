package org.traceweave.index;

import org.traceweave.index.internal.Schema;

/**
 * The place of a record in the order of all records of a case: by time (UTC nanoseconds, unknown times first), then source number,
 * then offset. A cursor for paging.
 */
public record RecordPosition(long time, int source, long offset) implements Comparable<RecordPosition> {

    /** Behind every record of this time, and before all later ones. */
    public static RecordPosition endOf(long time) {
        return new RecordPosition(time, Schema.MAX_SOURCE, Schema.LAST_OFFSET);
    }

    @Override
    public int compareTo(RecordPosition other) {
        int order = Long.compare(time, other.time);
        if (order == 0) {
            order = Integer.compare(source, other.source);
        }
        return order == 0 ? Long.compare(offset, other.offset) : order;
    }
}

package org.traceweave.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.traceweave.index.internal.Schema;
import org.traceweave.index.internal.read.HitIterator;
import org.traceweave.index.internal.read.Segment;
import org.traceweave.index.internal.read.SegmentHits;
import org.traceweave.index.internal.read.TimeOrder;
import org.traceweave.model.RecordField;

/**
 * The records of a query as rows of a table, numbered from 0 in time order (records without a time first, equal times by source and
 * offset), reached at random without being held: memory is at most a bit a record of the case. Valid as long as its snapshot is open.
 * Safe for use by several threads.
 */
public final class RecordRows {

    /** Up to so many records of one time are passed over one by one. */
    private static final long FEW = 1024;

    private final IndexSnapshot snapshot;
    private final List<RecordField> fields;
    private final List<Segment> segments;
    private final List<SegmentHits> hits;
    private final long size;

    RecordRows(IndexSnapshot snapshot, List<RecordField> fields, List<Segment> segments, List<SegmentHits> hits) {
        this.snapshot = snapshot;
        this.fields = fields;
        this.segments = segments;
        this.hits = hits;
        size = hits.stream().mapToLong(SegmentHits::size).sum();
    }

    public long size() {
        return size;
    }

    /** Rows {@code first} to {@code first + count - 1}, fewer at the end. */
    public List<IndexedRecord> rows(long first, int count) throws IOException {
        if (first < 0 || count < 0) {
            throw new IllegalArgumentException("no such rows: " + count + " from " + first);
        }
        List<IndexedRecord> rows = new ArrayList<>();
        if (first >= size || count == 0) {
            return rows;
        }
        return snapshot.reading(() -> {
            int[] ranks = new int[segments.size()];
            TimeOrder order = new TimeOrder(fields, segments.size());
            long skipped = seek(first, ranks);
            for (int i = 0; i < ranks.length; i++) {
                if (ranks[i] < hits.get(i).size()) {
                    order.add(segments.get(i), new HitIterator(hits.get(i), ranks[i]));
                }
            }
            order.skip(first - skipped);
            order.visit(row -> rows.add(row) && rows.size() < count);
            return rows;
        });
    }

    /** The row of the record at {@code offset} of {@code source}; empty if it is not among these rows. */
    public OptionalLong rowOf(int source, long offset) throws IOException {
        return snapshot.reading(() -> {
            for (int i = 0; i < segments.size(); i++) {
                int document = snapshot.document(segments.get(i), source, offset);
                if (document >= 0 && hits.get(i).contains(document)) {
                    return OptionalLong.of(before(segments.get(i).position(document)));
                }
            }
            return OptionalLong.empty();
        });
    }

    /** The first row whose time is {@code time} (UTC nanoseconds) or later; {@link #size} if none is. */
    public long rowAt(long time) throws IOException {
        return snapshot.reading(() -> before(time));
    }

    /** How many rows are before {@code position} in the order of records. */
    long before(RecordPosition position) throws IOException {
        long rows = 0;
        for (int i = 0; i < segments.size(); i++) {
            rows += hits.get(i).rank(segments.get(i).firstAtOrAfter(position));
        }
        return rows;
    }

    private long before(long time) throws IOException {
        long rows = 0;
        for (int i = 0; i < segments.size(); i++) {
            rows += hits.get(i).rank(segments.get(i).times().firstAtOrAfter(time));
        }
        return rows;
    }

    /** Sets for each segment the rank from which to merge so as to come to {@code row}, and answers the row from which that is. */
    private long seek(long row, int[] ranks) throws IOException {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (Segment segment : segments) {
            low = Math.min(low, segment.times().first());
            high = Math.max(high, segment.times().last());
        }
        // The latest time before which there are at most as many rows as wanted.
        while (low < high) {
            long middle = (low >> 1) + (high >> 1) + ((low | high) & 1);
            if (before(middle) <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        long rows = 0;
        int[] from = new int[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            from[i] = segments.get(i).times().firstAtOrAfter(low);
            ranks[i] = hits.get(i).rank(from[i]);
            rows += ranks[i];
        }
        return row - rows <= FEW ? rows : seekPlace(row, low, from, ranks);
    }

    /** Goes on to the latest place before which there are at most as many rows as wanted, among the records of one time. */
    private long seekPlace(long row, long time, int[] from, int[] ranks) throws IOException {
        int[] to = new int[from.length];
        for (int i = 0; i < from.length; i++) {
            to[i] = time == Long.MAX_VALUE ? segments.get(i).reader().maxDoc() : segments.get(i).times().firstAtOrAfter(time + 1);
        }
        long low = 0;
        long high = Schema.lastPlace(Schema.MAX_SOURCE);
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (rank(middle, from, to, ranks) <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return rank(low, from, to, ranks);
    }

    private long rank(long place, int[] from, int[] to, int[] ranks) throws IOException {
        long rows = 0;
        for (int i = 0; i < from.length; i++) {
            ranks[i] = hits.get(i).rank(segments.get(i).firstPlaceAtOrAfter(place, from[i], to[i]));
            rows += ranks[i];
        }
        return rows;
    }
}

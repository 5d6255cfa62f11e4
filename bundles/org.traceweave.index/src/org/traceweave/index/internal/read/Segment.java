package org.traceweave.index.internal.read;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.traceweave.index.RecordPosition;
import org.traceweave.index.internal.Schema;

/** A segment of the index: documents sorted by time, source and offset. Safe for use by several threads. */
public final class Segment {

    private final LeafReaderContext context;
    private final SegmentTimes times;

    public Segment(LeafReaderContext context, SegmentTimes times) {
        this.context = context;
        this.times = times;
    }

    public LeafReaderContext context() {
        return context;
    }

    public LeafReader reader() {
        return context.reader();
    }

    public SegmentTimes times() {
        return times;
    }

    public RecordPosition position(int document) throws IOException {
        long time = SegmentTimes.time(SegmentTimes.values(reader(), Schema.TIME), document);
        return new RecordPosition(time, (int) number(Schema.SOURCE, document), number(Schema.OFFSET, document));
    }

    /** The first document at {@code position} or later in the order of records. */
    public int firstAtOrAfter(RecordPosition position) throws IOException {
        int low = times.firstAtOrAfter(position.time());
        int high = position.time() == Long.MAX_VALUE ? reader().maxDoc() : times.firstAtOrAfter(position.time() + 1);
        long place = Schema.place(position.source(), position.offset());
        return firstPlaceAtOrAfter(place, low, high);
    }

    /** The same among documents {@code from} to {@code to}, which share a time and so are in order of their places. */
    public int firstPlaceAtOrAfter(long place, int from, int to) throws IOException {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place(middle) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long place(int document) throws IOException {
        return Schema.place((int) number(Schema.SOURCE, document), number(Schema.OFFSET, document));
    }

    private long number(String field, int document) throws IOException {
        NumericDocValues values = reader().getNumericDocValues(field);
        if (values == null || !values.advanceExact(document)) {
            throw new IOException("a record of the index has no " + field);
        }
        return values.longValue();
    }
}

package org.traceweave.index.internal.read;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.internal.Schema;

/**
 * The times of a segment's documents, which are sorted by them: every 256th is kept, so that the document of a time is found with one
 * short look at the segment. Documents without a time come first and count as {@code Long.MIN_VALUE}. Safe for use by several threads.
 */
public final class SegmentTimes {

    private static final int SHIFT = 8;

    private final LeafReader reader;
    private final long[] samples;

    SegmentTimes(LeafReader reader, long[] samples) {
        this.reader = reader;
        this.samples = samples;
    }

    /** What is worth keeping as long as the segment is open anywhere. */
    static long[] samples(LeafReader reader) throws IOException {
        long[] samples = new long[(reader.maxDoc() + (1 << SHIFT) - 1) >> SHIFT];
        NumericDocValues times = values(reader, Schema.TIME);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = time(times, i << SHIFT);
        }
        return samples;
    }

    /** The first document of time {@code time} or later, its {@code maxDoc} if there is none. */
    public int firstAtOrAfter(long time) throws IOException {
        if (time == Long.MIN_VALUE) {
            return 0;
        }
        int low = 0;
        int high = samples.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (samples[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return 0;
        }
        // The sample before is earlier than the time, so the document is after it and at the latest the next sample.
        int end = Math.min(low << SHIFT, reader.maxDoc());
        NumericDocValues times = values(reader, Schema.TIME);
        int document = ((low - 1) << SHIFT) + 1;
        while (document < end && time(times, document) < time) {
            document++;
        }
        return document;
    }

    public long first() {
        return samples.length == 0 ? Long.MIN_VALUE : samples[0];
    }

    public long last() throws IOException {
        return samples.length == 0 ? Long.MIN_VALUE : time(values(reader, Schema.TIME), reader.maxDoc() - 1);
    }

    static long time(@Nullable NumericDocValues times, int document) throws IOException {
        return times != null && times.advanceExact(document) ? times.longValue() : Long.MIN_VALUE;
    }

    static @Nullable NumericDocValues values(LeafReader reader, String field) throws IOException {
        return reader.getNumericDocValues(field);
    }
}

package org.traceweave.index.internal.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.ValueCount;
import org.traceweave.index.internal.IndexedField;
import org.traceweave.model.HistogramBucket;
import org.traceweave.model.TimeRange;

/**
 * Counts records by stretch of time and by value. A stretch is a run of documents in each segment, so no hit's time is looked at. Not
 * safe for use by several threads.
 */
public final class Histogram {

    private final Hits hits;
    private final List<Segment> segments;

    public Histogram(Hits hits, List<Segment> segments) {
        this.hits = hits;
        this.segments = segments;
    }

    /** One count for each stretch. */
    public List<HistogramBucket> totals(List<TimeRange> stretches) throws IOException {
        long[] counts = new long[stretches.size()];
        for (Segment segment : segments) {
            int[] bounds = bounds(segment, stretches);
            Counting counting = new Counting(bounds, counts);
            hits.collect(segment, bounds[0], bounds[stretches.size()], counting);
        }
        List<HistogramBucket> buckets = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            buckets.add(new HistogramBucket(stretches.get(i), Optional.empty(), counts[i]));
        }
        return buckets;
    }

    /** A count for each stretch and each value that occurs in it. */
    public List<HistogramBucket> byValue(List<TimeRange> stretches, IndexedField field) throws IOException {
        List<Map<String, Long>> counts = new ArrayList<>();
        stretches.forEach(stretch -> counts.add(new TreeMap<>()));
        for (Segment segment : segments) {
            int[] bounds = bounds(segment, stretches);
            Values values = values(segment, field);
            for (int i = 0; i < stretches.size(); i++) {
                if (bounds[i] < bounds[i + 1]) {
                    hits.collect(segment, bounds[i], bounds[i + 1], values);
                    values.addTo(counts.get(i));
                }
            }
        }
        List<HistogramBucket> buckets = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            TimeRange stretch = stretches.get(i);
            counts.get(i).forEach((value, count) -> buckets.add(new HistogramBucket(stretch, Optional.of(value), count)));
        }
        return buckets;
    }

    /** The most frequent values, whatever the time. */
    public List<ValueCount> top(IndexedField field, int top) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        for (Segment segment : segments) {
            Values values = values(segment, field);
            hits.collect(segment, 0, segment.reader().maxDoc(), values);
            values.addTo(counts);
        }
        return counts.entrySet().stream().map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value)).limit(top).toList();
    }

    private static Values values(Segment segment, IndexedField field) throws IOException {
        return field.isNumber() ? new Numbers(DocValues.getNumeric(segment.reader(), field.name()))
                : new Words(DocValues.getSorted(segment.reader(), field.name()));
    }

    /** Where each stretch begins, and behind the last one where it ends. */
    private static int[] bounds(Segment segment, List<TimeRange> stretches) throws IOException {
        int[] bounds = new int[stretches.size() + 1];
        for (int i = 0; i < stretches.size(); i++) {
            bounds[i] = segment.times().firstAtOrAfter(stretches.get(i).from());
        }
        bounds[stretches.size()] = segment.times().firstAtOrAfter(stretches.getLast().to());
        return bounds;
    }

    private static final class Counting implements Hits.Documents {

        private final int[] bounds;
        private final long[] counts;
        private int stretch;

        Counting(int[] bounds, long[] counts) {
            this.bounds = bounds;
            this.counts = counts;
        }

        @Override
        public void accept(int document) {
            while (document >= bounds[stretch + 1]) {
                stretch++;
            }
            counts[stretch]++;
        }
    }

    /** Counts the values of one segment's documents. */
    private interface Values extends Hits.Documents {

        /** Adds what was counted, and begins again at nothing. */
        void addTo(Map<String, Long> counts) throws IOException;
    }

    private static final class Words implements Values {

        private final SortedDocValues values;
        private final int[] counts;
        private int[] touched = new int[64];
        private int used;

        Words(SortedDocValues values) {
            this.values = values;
            counts = new int[values.getValueCount()];
        }

        @Override
        public void accept(int document) throws IOException {
            if (values.advanceExact(document)) {
                int ordinal = values.ordValue();
                if (counts[ordinal]++ == 0) {
                    touch(ordinal);
                }
            }
        }

        private void touch(int ordinal) {
            if (used == touched.length) {
                touched = Arrays.copyOf(touched, used * 2);
            }
            touched[used++] = ordinal;
        }

        @Override
        public void addTo(Map<String, Long> sums) throws IOException {
            for (int i = 0; i < used; i++) {
                sums.merge(values.lookupOrd(touched[i]).utf8ToString(), (long) counts[touched[i]], Long::sum);
                counts[touched[i]] = 0;
            }
            used = 0;
        }
    }

    private static final class Numbers implements Values {

        private final NumericDocValues values;
        private final Map<Long, long[]> counts = new HashMap<>();
        private long lastValue;
        private long @Nullable [] lastCount;

        Numbers(NumericDocValues values) {
            this.values = values;
        }

        @Override
        public void accept(int document) throws IOException {
            if (values.advanceExact(document)) {
                long value = values.longValue();
                long[] count = lastCount;
                if (count == null || value != lastValue) {
                    count = counts.computeIfAbsent(value, key -> new long[1]);
                    lastCount = count;
                    lastValue = value;
                }
                count[0]++;
            }
        }

        @Override
        public void addTo(Map<String, Long> sums) {
            counts.forEach((value, count) -> sums.merge(Long.toString(value), count[0], Long::sum));
            counts.clear();
            lastCount = null;
        }
    }
}

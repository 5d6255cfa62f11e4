package org.traceweave.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.Bits;
import org.traceweave.index.internal.IndexedField;
import org.traceweave.index.internal.Schema;
import org.traceweave.index.internal.read.Histogram;
import org.traceweave.index.internal.read.Hits;
import org.traceweave.index.internal.read.LiveDocuments;
import org.traceweave.index.internal.read.RecordColumns;
import org.traceweave.index.internal.read.Segment;
import org.traceweave.index.internal.read.SegmentHits;
import org.traceweave.index.internal.read.TimeOrder;
import org.traceweave.model.HistogramBucket;
import org.traceweave.model.RecordField;
import org.traceweave.model.TimeRange;

/**
 * The index as it was at one moment: what is written later is not seen. Costs little to take and must be closed; what still runs on it
 * then comes to its end. Safe for use by several threads; none of them may be interrupted (that closes Lucene's files). Where a
 * {@code cancelled} flag can be given it is asked often, and once it answers true the call ends with a
 * {@link java.util.concurrent.CancellationException}.
 */
public final class IndexSnapshot implements Closeable {

    private static final BooleanSupplier NEVER = () -> false;

    private final RecordIndex index;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<Segment> segments;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param reader counted already for this snapshot, which gives that count back when it is closed */
    IndexSnapshot(RecordIndex index, DirectoryReader reader, List<Segment> segments) {
        this.index = index;
        this.reader = reader;
        this.segments = segments;
        searcher = new IndexSearcher(reader);
    }

    /** Records in the index. */
    public long size() {
        return reader.numDocs();
    }

    /** Reads what a person typed; see the query language in {@link RecordIndex#parse}. */
    public RecordQuery parse(String text) throws QuerySyntaxException {
        return index.parse(text, SourceNames.NONE);
    }

    public RecordQuery parse(String text, SourceNames names) throws QuerySyntaxException {
        return index.parse(text, names);
    }

    public long count(RecordQuery query) throws IOException {
        return count(query, NEVER);
    }

    public long count(RecordQuery query, BooleanSupplier cancelled) throws IOException {
        return reading(() -> {
            Hits hits = hits(query, cancelled);
            long count = 0;
            for (Segment segment : segments) {
                count += hits.count(segment);
            }
            return count;
        });
    }

    public RecordRows rows(RecordQuery query) throws IOException {
        return rows(query, NEVER);
    }

    public RecordRows rows(RecordQuery query, BooleanSupplier cancelled) throws IOException {
        return reading(() -> {
            Hits hits = hits(query, cancelled);
            List<Segment> found = new ArrayList<>();
            List<SegmentHits> foundHits = new ArrayList<>();
            for (Segment segment : segments) {
                SegmentHits segmentHits = hits.of(segment);
                if (segmentHits.size() > 0) {
                    found.add(segment);
                    foundHits.add(segmentHits);
                }
            }
            return new RecordRows(this, index.fields(), found, foundHits);
        });
    }

    /**
     * Counts over time: {@code range} cut into {@code buckets} stretches of equal length (the last may be shorter). Without a field one
     * bucket a stretch, empty ones included; by a field one for each stretch and value that occurs in it.
     *
     * @param byField name of a field of the record, of whatever type
     * @throws IllegalArgumentException if there is no field of that name
     */
    public List<HistogramBucket> histogram(RecordQuery query, TimeRange range, int buckets, Optional<String> byField) throws IOException {
        return histogram(query, range, buckets, byField, NEVER);
    }

    public List<HistogramBucket> histogram(RecordQuery query, TimeRange range, int buckets, Optional<String> byField, BooleanSupplier cancelled)
            throws IOException {
        if (buckets < 1) {
            throw new IllegalArgumentException("a histogram needs at least one bucket");
        }
        return reading(() -> {
            List<TimeRange> stretches = stretches(range, buckets);
            if (stretches.isEmpty()) {
                return List.of();
            }
            Histogram histogram = new Histogram(hits(query, cancelled), segments);
            return byField.isEmpty() ? histogram.totals(stretches) : histogram.byValue(stretches, field(byField.get()));
        });
    }

    private static List<TimeRange> stretches(TimeRange range, int buckets) {
        long length = Math.max(1, Math.ceilDiv(range.length(), buckets));
        List<TimeRange> stretches = new ArrayList<>();
        for (long from = range.from(); from < range.to(); from += length) {
            stretches.add(new TimeRange(from, Math.min(range.to(), from + length)));
        }
        return stretches;
    }

    /** From the first record's time to just after the last one's; empty where no record of the query has a time. */
    public Optional<TimeRange> range(RecordQuery query) throws IOException {
        return reading(() -> {
            Hits hits = hits(query, NEVER);
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (Segment segment : segments) {
                int timed = segment.times().firstAtOrAfter(Long.MIN_VALUE + 1);
                int firstHit = hits.first(segment, timed);
                if (firstHit >= 0) {
                    first = Math.min(first, segment.position(firstHit).time());
                    last = Math.max(last, segment.position(hits.last(segment, timed)).time());
                }
            }
            return first > last ? Optional.empty() : Optional.of(new TimeRange(first, last + 1));
        });
    }

    /** Visits every record in time order, holding one at a time. */
    public void scan(RecordQuery query, RecordVisitor visitor) throws IOException {
        scan(query, index.fields(), visitor);
    }

    /** The same, of records with no other declared fields than {@code fields}: the fewer, the faster. */
    public void scan(RecordQuery query, List<RecordField> fields, RecordVisitor visitor) throws IOException {
        reading(() -> {
            Hits hits = hits(query, NEVER);
            TimeOrder order = new TimeOrder(fields, segments.size());
            for (Segment segment : segments) {
                Scorer scorer = hits.weight().scorer(segment.context());
                if (scorer != null) {
                    Bits live = segment.reader().getLiveDocs();
                    DocIdSetIterator documents = scorer.iterator();
                    order.add(segment, live == null ? documents : new LiveDocuments(documents, live));
                }
            }
            return order.visit(visitor);
        });
    }

    /** The first {@code limit} records after {@code cursor} in time order (from the start without one). */
    public List<IndexedRecord> after(RecordQuery query, Optional<RecordPosition> cursor, int limit) throws IOException {
        List<IndexedRecord> records = new ArrayList<>();
        if (limit > 0) {
            boolean timed = cursor.isPresent() && cursor.get().time() > Long.MIN_VALUE;
            RecordQuery rest = timed ? query.within(new TimeRange(cursor.get().time(), Long.MAX_VALUE)) : query;
            scan(rest, record -> {
                if (cursor.isEmpty() || record.position().compareTo(cursor.get()) > 0) {
                    records.add(record);
                }
                return records.size() < limit;
            });
        }
        return records;
    }

    /** The last {@code limit} records before {@code cursor} (from the end without one), the latest first. */
    public List<IndexedRecord> before(RecordQuery query, Optional<RecordPosition> cursor, int limit) throws IOException {
        RecordRows rows = rows(query);
        long end = rows.size();
        if (cursor.isPresent()) {
            end = reading(() -> rows.before(cursor.get()));
        }
        long first = Math.max(0, end - limit);
        List<IndexedRecord> records = new ArrayList<>(rows.rows(first, (int) (end - first)));
        Collections.reverse(records);
        return records;
    }

    public Optional<IndexedRecord> find(int source, long offset) throws IOException {
        return reading(() -> {
            for (Segment segment : segments) {
                int document = document(segment, source, offset);
                if (document >= 0) {
                    return Optional.of(new RecordColumns(segment.reader(), index.fields()).read(document));
                }
            }
            return Optional.empty();
        });
    }

    /** The document of a record in a segment; -1 if it is not there. */
    int document(Segment segment, int source, long offset) throws IOException {
        Query query = LongPoint.newExactQuery(Schema.PLACE, Schema.place(source, offset));
        Scorer scorer = new Hits(searcher, query, NEVER).weight().scorer(segment.context());
        if (scorer == null) {
            return -1;
        }
        Bits live = segment.reader().getLiveDocs();
        DocIdSetIterator documents = live == null ? scorer.iterator() : new LiveDocuments(scorer.iterator(), live);
        int document = documents.nextDoc();
        return document == DocIdSetIterator.NO_MORE_DOCS ? -1 : document;
    }

    /** Records of each source number that has any. */
    public Map<Integer, Long> sourceCounts() throws IOException {
        return reading(() -> {
            Map<Integer, Long> counts = new TreeMap<>();
            for (LeafReaderContext leaf : reader.leaves()) {
                NumericDocValues sources = DocValues.getNumeric(leaf.reader(), Schema.SOURCE);
                Bits live = leaf.reader().getLiveDocs();
                long[] perSource = new long[16];
                for (int document = sources.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = sources.nextDoc()) {
                    if (live == null || live.get(document)) {
                        int source = (int) sources.longValue();
                        if (source >= perSource.length) {
                            perSource = Arrays.copyOf(perSource, source * 2);
                        }
                        perSource[source]++;
                    }
                }
                for (int source = 0; source < perSource.length; source++) {
                    if (perSource[source] > 0) {
                        counts.merge(source, perSource[source], Long::sum);
                    }
                }
            }
            return counts;
        });
    }

    /**
     * The {@code top} most frequent values of a field among the records of a query, the most frequent first.
     *
     * @throws IllegalArgumentException if there is no field of that name
     */
    public List<ValueCount> values(RecordQuery query, String field, int top) throws IOException {
        return reading(() -> {
            return new Histogram(hits(query, NEVER), segments).top(field(field), top);
        });
    }

    private IndexedField field(String name) {
        IndexedField field = index.fieldsByName().get(name.toLowerCase(Locale.ROOT));
        if (field == null) {
            throw new IllegalArgumentException("there is no field \"" + name + "\"");
        }
        return field;
    }

    private Hits hits(RecordQuery query, BooleanSupplier cancelled) throws IOException {
        return new Hits(searcher, query.query(), cancelled);
    }

    /** Keeps the files open for one call, even if the snapshot is closed meanwhile. */
    <T> T reading(Call<T> call) throws IOException {
        if (closed.get() || !reader.tryIncRef()) {
            throw new AlreadyClosedException("this snapshot of the index is closed");
        }
        try {
            return call.answer();
        } finally {
            reader.decRef();
        }
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            reader.decRef();
        }
    }

    /** A call that needs the files. */
    @FunctionalInterface
    interface Call<T> {
        T answer() throws IOException;
    }
}

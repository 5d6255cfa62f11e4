package org.traceweave.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.traceweave.model.HistogramBucket;
import org.traceweave.model.TimeRange;

/**
 * The index as it was at one moment: what is written later is not seen. Costs little to take and must be closed. Safe for use by several
 * threads; none of them may be interrupted (that closes Lucene's files). Where a {@code cancelled} flag can be given it is asked often,
 * and once it answers true the call ends with a {@link java.util.concurrent.CancellationException}.
 */
public final class IndexSnapshot implements Closeable {

    IndexSnapshot() {
    }

    /** Records in the index. */
    public long size() {
        throw new UnsupportedOperationException();
    }

    /** Reads what a person typed; see the query language in {@link RecordIndex#parse}. */
    public RecordQuery parse(String text) throws QuerySyntaxException {
        throw new UnsupportedOperationException();
    }

    public RecordQuery parse(String text, SourceNames names) throws QuerySyntaxException {
        throw new UnsupportedOperationException();
    }

    public long count(RecordQuery query) throws IOException {
        throw new UnsupportedOperationException();
    }

    public long count(RecordQuery query, BooleanSupplier cancelled) throws IOException {
        throw new UnsupportedOperationException();
    }

    public RecordRows rows(RecordQuery query) throws IOException {
        throw new UnsupportedOperationException();
    }

    public RecordRows rows(RecordQuery query, BooleanSupplier cancelled) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Counts over time: {@code range} cut into {@code buckets} stretches of equal length (the last may be shorter). Without a field one
     * bucket a stretch, empty ones included; by a field one for each stretch and value that occurs in it.
     *
     * @param byField name of a field of the record, of whatever type
     * @throws IllegalArgumentException if there is no field of that name
     */
    public List<HistogramBucket> histogram(RecordQuery query, TimeRange range, int buckets, Optional<String> byField) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** From the first record's time to just after the last one's; empty where no record of the query has a time. */
    public Optional<TimeRange> range(RecordQuery query) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Visits every record in time order, holding one at a time. */
    public void scan(RecordQuery query, RecordVisitor visitor) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The first {@code limit} records after {@code cursor} in time order (from the start without one). */
    public List<IndexedRecord> after(RecordQuery query, Optional<RecordPosition> cursor, int limit) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The last {@code limit} records before {@code cursor} (from the end without one), the latest first. */
    public List<IndexedRecord> before(RecordQuery query, Optional<RecordPosition> cursor, int limit) throws IOException {
        throw new UnsupportedOperationException();
    }

    public Optional<IndexedRecord> find(int source, long offset) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Records of each source number that has any. */
    public Map<Integer, Long> sourceCounts() throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * The {@code top} most frequent values of a field among the records of a query, the most frequent first.
     *
     * @throws IllegalArgumentException if there is no field of that name
     */
    public List<ValueCount> values(RecordQuery query, String field, int top) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}

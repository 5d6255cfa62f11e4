package org.traceweave.index.internal.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.internal.Schema;
import org.traceweave.model.UtcTime;

/** Records of a stretch of time: a run of documents in each segment, since segments are sorted by time. */
public final class TimeRangeQuery extends Query {

    private final long from;
    private final long to;

    /** UTC nanoseconds, {@code from} inclusive, {@code to} exclusive; records without a time are in no range. */
    public TimeRangeQuery(long from, long to) {
        this.from = Math.max(from, Long.MIN_VALUE + 1);
        this.to = to;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                int first = firstAtOrAfter(context.reader(), from);
                int last = firstAtOrAfter(context.reader(), to);
                return first >= last ? null
                        : ConstantScoreScorerSupplier.fromIterator(DocIdSetIterator.range(first, last), score(), scoreMode, context.reader().maxDoc());
            }

            @Override
            public int count(LeafReaderContext context) throws IOException {
                if (context.reader().hasDeletions()) {
                    return -1;
                }
                return Math.max(0, firstAtOrAfter(context.reader(), to) - firstAtOrAfter(context.reader(), from));
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return true;
            }
        };
    }

    private static int firstAtOrAfter(LeafReader reader, long time) throws IOException {
        int low = 0;
        int high = reader.maxDoc();
        while (low < high) {
            int middle = (low + high) >>> 1;
            NumericDocValues times = reader.getNumericDocValues(Schema.TIME);
            long found = times != null && times.advanceExact(middle) ? times.longValue() : Long.MIN_VALUE;
            if (found < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public String toString(String field) {
        return "time:[" + UtcTime.format(from) + " TO " + UtcTime.format(to) + "}";
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeRangeQuery that && that.from == from && that.to == to;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(from) * 31 + Long.hashCode(to);
    }
}

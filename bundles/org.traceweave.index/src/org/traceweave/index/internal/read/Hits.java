package org.traceweave.index.internal.read;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Asks a query of one segment after the other, and a flag every few thousand documents whether to go on. */
public final class Hits {

    private static final int WINDOW = 1 << 14;

    private final Weight weight;
    private final BooleanSupplier cancelled;

    public Hits(IndexSearcher searcher, Query query, BooleanSupplier cancelled) throws IOException {
        weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        this.cancelled = cancelled;
    }

    public Weight weight() {
        return weight;
    }

    public int count(Segment segment) throws IOException {
        int known = weight.count(segment.context());
        if (known >= 0) {
            return known;
        }
        int[] count = new int[1];
        collect(segment, 0, segment.reader().maxDoc(), document -> count[0]++);
        return count[0];
    }

    public SegmentHits of(Segment segment) throws IOException {
        int maxDoc = segment.reader().maxDoc();
        boolean everything = weight.getQuery() instanceof MatchAllDocsQuery || weight.count(segment.context()) == maxDoc;
        if (everything && segment.reader().getLiveDocs() == null) {
            return SegmentHits.all(maxDoc);
        }
        FixedBitSet bits = new FixedBitSet(maxDoc);
        collect(segment, 0, maxDoc, bits::set);
        return SegmentHits.of(bits);
    }

    /** Hands on the documents from {@code from} to before {@code to} that the query finds, in order. */
    public void collect(Segment segment, int from, int to, Documents documents) throws IOException {
        stopIfCancelled();
        BulkScorer scorer = weight.bulkScorer(segment.context());
        if (scorer == null) {
            return;
        }
        Bits live = segment.reader().getLiveDocs();
        LeafCollector collector = new Collecting(documents);
        int next = from;
        while (next < to) {
            stopIfCancelled();
            int end = (int) Math.min(to, (long) next + WINDOW);
            next = Math.max(end, scorer.score(collector, live, next, end));
        }
    }

    /** The last of the documents from {@code from} on that the query finds; -1 without any. */
    public int last(Segment segment, int from) throws IOException {
        int to = segment.reader().maxDoc();
        int window = WINDOW;
        int[] last = {-1};
        while (to > from && last[0] < 0) {
            int begin = Math.max(from, to - window);
            collect(segment, begin, to, document -> last[0] = document);
            to = begin;
            window = Math.min(window * 4, 1 << 24);
        }
        return last[0];
    }

    /** The first of the documents from {@code from} on that the query finds; -1 without any. */
    public int first(Segment segment, int from) throws IOException {
        int begin = from;
        int window = WINDOW;
        int maxDoc = segment.reader().maxDoc();
        int[] first = {-1};
        while (begin < maxDoc && first[0] < 0) {
            int end = (int) Math.min(maxDoc, (long) begin + window);
            collect(segment, begin, end, document -> first[0] = first[0] < 0 ? document : first[0]);
            begin = end;
            window = Math.min(window * 4, 1 << 24);
        }
        return first[0];
    }

    void stopIfCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the search was cancelled");
        }
    }

    /** Takes documents in order. */
    @FunctionalInterface
    public interface Documents {
        void accept(int document) throws IOException;
    }

    private record Collecting(Documents documents) implements LeafCollector {

        @Override
        public void setScorer(@Nullable Scorable scorer) {
            // Nothing is ranked: records are in order of time.
        }

        @Override
        public void collect(int document) throws IOException {
            documents.accept(document);
        }
    }
}

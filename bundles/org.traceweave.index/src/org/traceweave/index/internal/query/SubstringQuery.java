package org.traceweave.index.internal.query;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.RecordText;
import org.traceweave.index.internal.Schema;

/** Records that come into question for a substring, decided one by one by their text. */
final class SubstringQuery extends Query {

    /** Reading a text costs about as much as this many steps of an iterator. */
    private static final float COST = 10_000;

    private final String lowerCase;
    private final Query candidates;
    private final RecordText text;

    SubstringQuery(String lowerCase, Query candidates, RecordText text) {
        this.lowerCase = lowerCase;
        this.candidates = candidates;
        this.text = text;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query rewritten = candidates.rewrite(searcher);
        return rewritten == candidates ? super.rewrite(searcher) : new SubstringQuery(lowerCase, rewritten, text);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        Weight inner = searcher.createWeight(candidates, ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, boost) {

            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                ScorerSupplier supplier = inner.scorerSupplier(context);
                return supplier == null ? null : new Verifying(supplier, context.reader(), score(), scoreMode);
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                // The text lies outside the index, which cannot know when it changes.
                return false;
            }
        };
    }

    @Override
    public String toString(String field) {
        return "'" + lowerCase + "'";
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubstringQuery that && that.lowerCase.equals(lowerCase) && that.text == text;
    }

    @Override
    public int hashCode() {
        return Objects.hash(lowerCase, System.identityHashCode(text));
    }

    private final class Verifying extends ScorerSupplier {

        private final ScorerSupplier candidatesOfLeaf;
        private final LeafReader reader;
        private final float score;
        private final ScoreMode scoreMode;

        Verifying(ScorerSupplier candidatesOfLeaf, LeafReader reader, float score, ScoreMode scoreMode) {
            this.candidatesOfLeaf = candidatesOfLeaf;
            this.reader = reader;
            this.score = score;
            this.scoreMode = scoreMode;
        }

        @Override
        public Scorer get(long leadCost) throws IOException {
            return new ConstantScoreScorer(score, scoreMode, new Verification(candidatesOfLeaf.get(leadCost).iterator(), reader));
        }

        @Override
        public long cost() {
            return candidatesOfLeaf.cost();
        }
    }

    private final class Verification extends TwoPhaseIterator {

        private final NumericDocValues sources;
        private final NumericDocValues offsets;
        private final NumericDocValues lengths;

        Verification(DocIdSetIterator candidates, LeafReader reader) throws IOException {
            super(candidates);
            sources = DocValues.getNumeric(reader, Schema.SOURCE);
            offsets = DocValues.getNumeric(reader, Schema.OFFSET);
            lengths = DocValues.getNumeric(reader, Schema.LENGTH);
        }

        @Override
        public boolean matches() throws IOException {
            int document = approximation.docID();
            String raw = text.text((int) number(sources, document), number(offsets, document), (int) number(lengths, document));
            return raw.toLowerCase(Locale.ROOT).contains(lowerCase);
        }

        private static long number(NumericDocValues values, int document) throws IOException {
            if (!values.advanceExact(document)) {
                throw new IOException("a record of the index does not say where it is");
            }
            return values.longValue();
        }

        @Override
        public float matchCost() {
            return COST;
        }
    }
}

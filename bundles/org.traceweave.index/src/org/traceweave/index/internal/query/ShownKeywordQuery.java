package org.traceweave.index.internal.query;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.traceweave.index.internal.Keywords;

/** Records whose shown keyword of a field, in its normal form, passes a test; slow alone, and only asked where little is left. */
final class ShownKeywordQuery extends Query {

    private static final float COST = 50;

    private final String field;
    private final Test test;

    ShownKeywordQuery(String field, Test test) {
        this.field = field;
        this.test = test;
    }

    /** Tells which normal forms are meant. */
    sealed interface Test {
        boolean accepts(String normal);
    }

    /** Any of some values. */
    record OneOf(Set<String> values) implements Test {

        @Override
        public boolean accepts(String normal) {
            return values.contains(normal);
        }
    }

    /** Whatever a query of the field's terms would accept. */
    record Fitting(AutomatonQuery query) implements Test {

        @Override
        public boolean accepts(String normal) {
            BytesRef bytes = new BytesRef(normal);
            CompiledAutomaton compiled = query.getCompiled();
            return switch (compiled.type) {
                case ALL -> true;
                case NONE -> false;
                case SINGLE -> compiled.term.equals(bytes);
                case NORMAL -> compiled.getByteRunnable().run(bytes.bytes, bytes.offset, bytes.length);
            };
        }
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                SortedDocValues values = DocValues.getSorted(context.reader(), field);
                return ConstantScoreScorerSupplier.fromIterator(TwoPhaseIterator.asDocIdSetIterator(new Testing(values)), score(), scoreMode,
                        context.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return true;
            }
        };
    }

    private final class Testing extends TwoPhaseIterator {

        private final SortedDocValues values;
        private int lastOrdinal = -1;
        private boolean lastAnswer;

        Testing(SortedDocValues values) {
            super(values);
            this.values = values;
        }

        @Override
        public boolean matches() throws IOException {
            int ordinal = values.ordValue();
            if (ordinal != lastOrdinal) {
                lastOrdinal = ordinal;
                String normal = Keywords.normal(values.lookupOrd(ordinal).utf8ToString());
                int port = Keywords.portAt(normal);
                lastAnswer = test.accepts(normal) || port > 0 && test.accepts(normal.substring(0, port));
            }
            return lastAnswer;
        }

        @Override
        public float matchCost() {
            return COST;
        }
    }

    @Override
    public String toString(String defaultField) {
        return "shown(" + field + ":" + test + ")";
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownKeywordQuery that && that.field.equals(field) && that.test.equals(test);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, test);
    }
}

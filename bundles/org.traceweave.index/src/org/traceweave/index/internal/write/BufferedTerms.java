package org.traceweave.index.internal.write;

import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The terms of one buffered field, to be gone through in order as the codec writes them; nothing can be looked up. */
abstract class BufferedTerms extends Terms {

    private final ByteTable table;
    private final int[] sorted;
    private final boolean positions;

    BufferedTerms(ByteTable table, int[] sorted, boolean positions) {
        this.table = table;
        this.sorted = sorted;
        this.positions = positions;
    }

    /** The postings of the term of a number. */
    abstract PostingsEnum postings(int term);

    @Override
    public TermsEnum iterator() {
        return new InOrder();
    }

    @Override
    public long size() {
        return sorted.length;
    }

    @Override
    public long getSumTotalTermFreq() {
        throw lookUp();
    }

    @Override
    public long getSumDocFreq() {
        throw lookUp();
    }

    @Override
    public int getDocCount() {
        throw lookUp();
    }

    @Override
    public boolean hasFreqs() {
        return positions;
    }

    @Override
    public boolean hasOffsets() {
        return false;
    }

    @Override
    public boolean hasPositions() {
        return positions;
    }

    @Override
    public boolean hasPayloads() {
        return false;
    }

    private static UnsupportedOperationException lookUp() {
        return new UnsupportedOperationException("buffered terms are only written");
    }

    private final class InOrder extends BaseTermsEnum {

        private final BytesRef term = new BytesRef();
        private int at = -1;

        @Override
        public @Nullable BytesRef next() {
            if (++at >= sorted.length) {
                return null;
            }
            table.get(sorted[at], term);
            return term;
        }

        @Override
        public BytesRef term() {
            return term;
        }

        @Override
        public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) {
            return BufferedTerms.this.postings(sorted[at]);
        }

        @Override
        public SeekStatus seekCeil(BytesRef text) {
            throw lookUp();
        }

        @Override
        public void seekExact(long ord) {
            throw lookUp();
        }

        @Override
        public long ord() {
            throw lookUp();
        }

        @Override
        public int docFreq() {
            throw lookUp();
        }

        @Override
        public long totalTermFreq() {
            throw lookUp();
        }

        @Override
        public ImpactsEnum impacts(int flags) {
            throw lookUp();
        }
    }
}

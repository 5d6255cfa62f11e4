package org.traceweave.index.internal.write;

import java.util.Arrays;
import org.apache.lucene.index.NumericDocValues;

/** Numbers of documents, in order of documents. Immutable. */
record BufferedNumbers(int[] documents, long[] values, int size) {

    NumericDocValues iterator() {
        return new InOrder();
    }

    private final class InOrder extends NumericDocValues {

        private int at = -1;

        @Override
        public long longValue() {
            return values[at];
        }

        @Override
        public boolean advanceExact(int target) {
            int found = Arrays.binarySearch(documents, Math.max(0, at), size, target);
            at = found >= 0 ? found : -found - 2;
            return found >= 0;
        }

        @Override
        public int docID() {
            return at < 0 ? -1 : at >= size ? NO_MORE_DOCS : documents[at];
        }

        @Override
        public int nextDoc() {
            at++;
            return docID();
        }

        @Override
        public int advance(int target) {
            int found = Arrays.binarySearch(documents, at + 1, size, target);
            at = found >= 0 ? found : -found - 1;
            return docID();
        }

        @Override
        public long cost() {
            return size;
        }
    }
}

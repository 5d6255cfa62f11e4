package org.traceweave.index.internal.write;

import java.util.Arrays;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/** Keywords of documents as ordinals of a sorted vocabulary, in order of documents. */
record BufferedWords(ByteTable table, int[] sorted, int[] documents, int[] ordinals, int size) {

    SortedDocValues iterator() {
        return new InOrder();
    }

    private final class InOrder extends SortedDocValues {

        private final BytesRef word = new BytesRef();
        private int at = -1;

        @Override
        public int ordValue() {
            return ordinals[at];
        }

        @Override
        public BytesRef lookupOrd(int ord) {
            table.get(sorted[ord], word);
            return word;
        }

        @Override
        public int getValueCount() {
            return sorted.length;
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

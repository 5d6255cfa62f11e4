package org.traceweave.index.internal.write;

import org.apache.lucene.index.PostingsEnum;

/** Where the terms of a text stand: for each term a run of places, each a document and below it, in 16 bits, a position. */
final class TextPostings extends BufferedTerms {

    private final int[] starts;
    private final long[] places;

    TextPostings(ByteTable terms, int[] sorted, int[] starts, long[] places) {
        super(terms, sorted, true);
        this.starts = starts;
        this.places = places;
    }

    @Override
    PostingsEnum postings(int term) {
        return new Places(places, starts[term], starts[term + 1]);
    }

    private static final class Places extends BufferedPostings {

        private final long[] places;
        private final int end;
        private int next;
        private int position;
        private int document = -1;

        Places(long[] places, int from, int end) {
            this.places = places;
            this.next = from;
            this.end = end;
        }

        @Override
        public int nextDoc() {
            if (next == end) {
                document = NO_MORE_DOCS;
                return document;
            }
            position = next;
            document = (int) (places[next] >>> 16);
            long last = (long) document << 16 | 0xffff;
            do {
                next++;
            } while (next < end && places[next] <= last);
            return document;
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int freq() {
            return next - position;
        }

        @Override
        public int nextPosition() {
            return (int) places[position++] & 0xffff;
        }
    }
}

package org.traceweave.index.internal.write;

import org.apache.lucene.index.PostingsEnum;

/** In which documents keywords stand: a run of documents for each term. */
final class KeywordPostings extends BufferedTerms {

    private final int[] starts;
    private final int[] ends;
    private final int[] documents;

    KeywordPostings(ByteTable terms, int[] sorted, int[] starts, int[] ends, int[] documents) {
        super(terms, sorted, false);
        this.starts = starts;
        this.ends = ends;
        this.documents = documents;
    }

    @Override
    PostingsEnum postings(int term) {
        return new Documents(documents, starts[term], ends[term]);
    }

    private static final class Documents extends BufferedPostings {

        private final int[] documents;
        private final int end;
        private int next;
        private int document = -1;

        Documents(int[] documents, int from, int end) {
            this.documents = documents;
            this.next = from;
            this.end = end;
        }

        @Override
        public int nextDoc() {
            document = next < end ? documents[next++] : NO_MORE_DOCS;
            return document;
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int freq() {
            return 1;
        }

        @Override
        public int nextPosition() {
            return -1;
        }
    }
}

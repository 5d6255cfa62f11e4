package org.traceweave.index.internal.read;

import org.apache.lucene.search.DocIdSetIterator;

/** The hits of a segment from some rank on. */
public final class HitIterator extends DocIdSetIterator {

    private final SegmentHits hits;
    private int next;
    private int document = -1;

    public HitIterator(SegmentHits hits, int firstRank) {
        this.hits = hits;
        next = firstRank;
    }

    @Override
    public int docID() {
        return document;
    }

    @Override
    public int nextDoc() {
        document = next < hits.size() ? hits.document(next++) : NO_MORE_DOCS;
        return document;
    }

    @Override
    public int advance(int target) {
        next = Math.max(next, hits.rank(target));
        return nextDoc();
    }

    @Override
    public long cost() {
        return hits.size();
    }
}

package org.traceweave.index.internal.read;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Passes over the documents that were deleted. */
public final class LiveDocuments extends DocIdSetIterator {

    private final DocIdSetIterator documents;
    private final Bits live;

    public LiveDocuments(DocIdSetIterator documents, Bits live) {
        this.documents = documents;
        this.live = live;
    }

    @Override
    public int docID() {
        return documents.docID();
    }

    @Override
    public int nextDoc() throws IOException {
        return toLive(documents.nextDoc());
    }

    @Override
    public int advance(int target) throws IOException {
        return toLive(documents.advance(target));
    }

    private int toLive(int first) throws IOException {
        int document = first;
        while (document != NO_MORE_DOCS && !live.get(document)) {
            document = documents.nextDoc();
        }
        return document;
    }

    @Override
    public long cost() {
        return documents.cost();
    }
}

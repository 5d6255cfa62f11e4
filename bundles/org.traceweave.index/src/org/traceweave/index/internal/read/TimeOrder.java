package org.traceweave.index.internal.read;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.PriorityQueue;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordVisitor;
import org.traceweave.model.RecordField;

/**
 * Merges what segments hold, each in order of time, source and offset, to one sequence in that order, one record at a time. Not safe for
 * use by several threads.
 */
public final class TimeOrder {

    private final List<RecordField> fields;
    private final PriorityQueue<Head> heads;

    public TimeOrder(List<RecordField> fields, int segments) {
        this.fields = fields;
        heads = new PriorityQueue<>(Math.max(1, segments)) {
            @Override
            protected boolean lessThan(Head one, Head other) {
                return one.isBefore(other);
            }
        };
    }

    /** Adds the documents of one segment; {@code documents} stands before the first of them. */
    public void add(Segment segment, DocIdSetIterator documents) throws IOException {
        Head head = new Head(new RecordColumns(segment.reader(), fields), documents);
        if (head.next()) {
            heads.add(head);
        }
    }

    /** Passes over the next {@code count} records. */
    public void skip(long count) throws IOException {
        for (long i = 0; i < count && heads.size() > 0; i++) {
            advance();
        }
    }

    /** Visits what is left, until the visitor has enough, and answers how many records that was. */
    public long visit(RecordVisitor visitor) throws IOException {
        long visited = 0;
        while (heads.size() > 0) {
            visited++;
            if (!visitor.visit(read(heads.top()))) {
                break;
            }
            advance();
        }
        return visited;
    }

    private static IndexedRecord read(Head head) throws IOException {
        return head.columns.read(head.documents.docID());
    }

    private void advance() throws IOException {
        if (heads.top().next()) {
            heads.updateTop();
        } else {
            heads.pop();
        }
    }

    /** The next document of a segment. */
    private static final class Head {

        private final RecordColumns columns;
        private final DocIdSetIterator documents;
        private long time;
        private int source;
        private long offset;

        Head(RecordColumns columns, DocIdSetIterator documents) {
            this.columns = columns;
            this.documents = documents;
        }

        boolean next() throws IOException {
            int document = documents.nextDoc();
            if (document == DocIdSetIterator.NO_MORE_DOCS) {
                return false;
            }
            time = columns.time(document);
            source = columns.source(document);
            offset = columns.offset(document);
            return true;
        }

        boolean isBefore(Head other) {
            if (time != other.time) {
                return time < other.time;
            }
            return source != other.source ? source < other.source : offset < other.offset;
        }
    }
}

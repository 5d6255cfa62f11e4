package org.traceweave.index.internal.text;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of one record as Lucene's stream of tokens: terms and positions alone, straight from the record's bytes. One stream is used
 * for record after record. Not safe for use by several threads.
 */
public final class RecordTerms extends TokenStream {

    /** Stands in every record of which not all text has terms; no text can hold it. */
    public static final BytesRef CUT = new BytesRef(new byte[] {1, 'c', 'u', 't'});

    private final TermScanner scanner = new TermScanner();
    private final TermAttributes term;
    private final BytesRef bytes;
    private int next;
    private int size;

    public RecordTerms() {
        this(new TermAttributes());
    }

    private RecordTerms(TermAttributes attributes) {
        super(attributes.asOnlySource());
        term = attributes;
        bytes = attributes.bytes;
    }

    public RecordTerms set(byte[] text, int start, int length) {
        scanner.scan(text, start, length);
        size = scanner.size();
        return this;
    }

    @Override
    public void reset() {
        next = 0;
        bytes.bytes = scanner.bytes();
    }

    @Override
    public boolean incrementToken() {
        if (next >= size) {
            return last();
        }
        int start = scanner.start(next);
        bytes.offset = start;
        bytes.length = scanner.end(next) - start;
        term.increment = scanner.increment(next++);
        return true;
    }

    private boolean last() {
        if (next > size || !scanner.isCut()) {
            return false;
        }
        next = size + 1;
        bytes.bytes = CUT.bytes;
        bytes.offset = CUT.offset;
        bytes.length = CUT.length;
        term.increment = 1;
        return true;
    }

    @Override
    public void end() {
        // A record's text is one field value, so nothing counts on from its last position.
    }

    @Override
    public void close() {
        // Holds nothing open; the buffers serve the next record.
    }
}

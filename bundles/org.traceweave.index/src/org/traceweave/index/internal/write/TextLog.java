package org.traceweave.index.internal.write;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.traceweave.index.internal.text.CutMark;
import org.traceweave.index.internal.text.TermScanner;

/**
 * The terms of the records' texts one after the other, a number each, as they come. What Lucene keeps of a term is only put together
 * when the buffer is written: then the documents can be in any order at no further cost. Not safe for use by several threads.
 */
final class TextLog {

    /** Positions of one record; what is beyond them has no terms. */
    static final int MOST_POSITIONS = 65_000;

    private static final int EXPECTED_TERMS = 1 << 16;

    private final TermScanner scanner = new TermScanner();
    private final ByteTable terms = new ByteTable(EXPECTED_TERMS);
    /** Twice the number of a term, and one more where it stands behind the term before it, not with it. */
    private int[] log = new int[1 << 20];
    private int[] ends = new int[1 << 12];
    private int size;
    private int documents;

    void add(byte[] text, int start, int length) {
        scanner.scan(text, start, length);
        int count = Math.min(scanner.size(), MOST_POSITIONS);
        if (size + count + 1 > log.length) {
            log = Arrays.copyOf(log, Math.max(log.length + log.length / 2, size + count + 1));
        }
        byte[] bytes = scanner.bytes();
        int at = size;
        for (int i = 0; i < count; i++) {
            int begin = scanner.start(i);
            log[at++] = terms.add(bytes, begin, scanner.end(i) - begin) << 1 | scanner.increment(i);
        }
        if (scanner.isCut() || count < scanner.size()) {
            BytesRef mark = CutMark.term();
            log[at++] = terms.add(mark.bytes, mark.offset, mark.length) << 1 | 1;
        }
        size = at;
        if (documents == ends.length) {
            ends = Arrays.copyOf(ends, documents * 2);
        }
        ends[documents++] = at;
    }

    /** The number of a term; -1 if no text had it. */
    int find(byte[] term) {
        return terms.find(term, 0, term.length);
    }

    /** Whether the text added last has the term of this number. */
    boolean lastHas(int term) {
        for (int i = documents < 2 ? 0 : ends[documents - 2]; i < size; i++) {
            if (log[i] >> 1 == term) {
                return true;
            }
        }
        return false;
    }

    /** Terms of texts, repeated ones included. */
    int size() {
        return size;
    }

    long usedBytes() {
        return terms.usedBytes() + size * 4L;
    }

    /** The postings of what was added, with the documents in {@code order}. */
    TextPostings postings(DocumentOrder order) {
        int[] starts = new int[terms.size() + 1];
        for (int document = 0; document < order.size(); document++) {
            int original = order.original(document);
            for (int i = original == 0 ? 0 : ends[original - 1]; i < ends[original]; i++) {
                starts[(log[i] >> 1) + 1]++;
            }
        }
        for (int term = 0; term < terms.size(); term++) {
            starts[term + 1] += starts[term];
        }
        long[] places = new long[starts[terms.size()]];
        int[] next = Arrays.copyOf(starts, terms.size());
        for (int document = 0; document < order.size(); document++) {
            int original = order.original(document);
            int position = -1;
            for (int i = original == 0 ? 0 : ends[original - 1]; i < ends[original]; i++) {
                int entry = log[i];
                position += entry & 1;
                places[next[entry >> 1]++] = (long) document << 16 | position;
            }
        }
        return new TextPostings(terms, terms.sorted(), starts, places);
    }

    void clear() {
        terms.clear();
        size = 0;
        documents = 0;
    }
}

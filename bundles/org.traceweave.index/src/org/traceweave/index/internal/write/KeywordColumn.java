package org.traceweave.index.internal.write;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.internal.Keywords;

/**
 * The keywords that buffered records have in one field. Each different keyword is taken apart once: into the bytes that are shown, and
 * the terms under which it is found. Not safe for use by several threads.
 */
final class KeywordColumn {

    /** Nobody looks for a keyword of more bytes than this. */
    private static final int LONGEST = 1024;

    private final boolean docValues;
    private final ByteTable shown = new ByteTable(64);
    private final ByteTable terms = new ByteTable(64);
    /** For each keyword its term, and another or -1. */
    private int[] termOf = new int[128];
    private int[] documents = new int[64];
    private int[] keywords = new int[64];
    private int size;
    private @Nullable String last;
    private int lastKeyword;

    /** @param docValues whether the first keyword of a record is shown; otherwise it is only found */
    KeywordColumn(boolean docValues) {
        this.docValues = docValues;
    }

    void add(int document, String value) {
        if (value.isEmpty()) {
            return;
        }
        if (!value.equals(last)) {
            lastKeyword = keyword(value);
            last = value;
        }
        if (size == documents.length) {
            documents = Arrays.copyOf(documents, size * 2);
            keywords = Arrays.copyOf(keywords, size * 2);
        }
        documents[size] = document;
        keywords[size++] = lastKeyword;
    }

    private int keyword(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        int known = shown.size();
        int keyword = shown.add(bytes, 0, cut(bytes));
        if (keyword == known) {
            if (termOf.length < 2 * (keyword + 1)) {
                termOf = Arrays.copyOf(termOf, termOf.length * 2);
            }
            String normal = Keywords.normal(value);
            int port = Keywords.portAt(normal);
            termOf[2 * keyword] = term(normal);
            termOf[2 * keyword + 1] = port > 0 ? term(normal.substring(0, port)) : -1;
        }
        return keyword;
    }

    private int term(String normal) {
        byte[] bytes = normal.getBytes(StandardCharsets.UTF_8);
        return terms.add(bytes, 0, cut(bytes));
    }

    /** Never cuts within a letter. */
    private static int cut(byte[] bytes) {
        int length = Math.min(bytes.length, LONGEST);
        while (length > 0 && length < bytes.length && (bytes[length] & 0xc0) == 0x80) {
            length--;
        }
        return length;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean hasDocValues() {
        return docValues;
    }

    /** Memory that grows with the number of different keywords and of records. */
    long ramBytes() {
        return shown.ramBytes() + terms.ramBytes() + termOf.length * 4L + documents.length * 8L;
    }

    void clear() {
        shown.clear();
        terms.clear();
        size = 0;
        last = null;
    }

    /** The first keyword of each document that has any. */
    BufferedWords words(DocumentOrder order) {
        int[] firsts = firsts(order.size());
        int[] ordered = new int[size];
        int[] ordinals = new int[size];
        boolean[] used = new boolean[shown.size()];
        int count = 0;
        for (int document = 0; document < order.size(); document++) {
            int first = firsts[order.original(document)];
            if (first > 0) {
                ordered[count] = document;
                ordinals[count++] = keywords[first - 1];
                used[keywords[first - 1]] = true;
            }
        }
        // A keyword may only be known as a further one of some record; it is not among those that are shown.
        int[] vocabulary = Arrays.stream(shown.sorted()).filter(keyword -> used[keyword]).toArray();
        int[] ordinalOf = new int[used.length];
        for (int ordinal = 0; ordinal < vocabulary.length; ordinal++) {
            ordinalOf[vocabulary[ordinal]] = ordinal;
        }
        for (int i = 0; i < count; i++) {
            ordinals[i] = ordinalOf[ordinals[i]];
        }
        return new BufferedWords(shown, vocabulary, ordered, ordinals, count);
    }

    /** The documents of each term. */
    KeywordPostings postings(DocumentOrder order) {
        int[] starts = new int[terms.size() + 1];
        for (int i = 0; i < size; i++) {
            starts[termOf[2 * keywords[i]] + 1]++;
            if (termOf[2 * keywords[i] + 1] >= 0) {
                starts[termOf[2 * keywords[i] + 1] + 1]++;
            }
        }
        for (int term = 0; term < terms.size(); term++) {
            starts[term + 1] += starts[term];
        }
        int[] found = new int[starts[terms.size()]];
        int[] ends = Arrays.copyOf(starts, terms.size());
        int[] firsts = firsts(order.size());
        for (int document = 0; document < order.size(); document++) {
            int original = order.original(document);
            for (int i = firsts[original] - 1; i >= 0 && i < size && documents[i] == original; i++) {
                post(termOf[2 * keywords[i]], document, found, starts, ends);
                post(termOf[2 * keywords[i] + 1], document, found, starts, ends);
            }
        }
        return new KeywordPostings(terms, terms.sorted(), starts, ends, found);
    }

    private static void post(int term, int document, int[] found, int[] starts, int[] ends) {
        if (term >= 0 && (ends[term] == starts[term] || found[ends[term] - 1] != document)) {
            found[ends[term]++] = document;
        }
    }

    /** One more than the place of each document's first keyword; 0 without one. */
    private int[] firsts(int count) {
        int[] firsts = new int[count];
        for (int i = size - 1; i >= 0; i--) {
            firsts[documents[i]] = i + 1;
        }
        return firsts;
    }
}

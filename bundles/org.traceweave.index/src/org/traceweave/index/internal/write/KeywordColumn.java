package org.traceweave.index.internal.write;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.internal.Keywords;

/**
 * The keywords that buffered records have in one field. Each different keyword is taken apart once: into the bytes that are shown, and
 * the terms under which it is found. An identifier that is a term of the record's text needs no further term: it is found there, and
 * told from others by what is shown. Not safe for use by several threads.
 */
final class KeywordColumn {

    /** Nobody looks for a keyword of more bytes than this. */
    private static final int LONGEST = 1024;

    private final boolean docValues;
    private final @Nullable TextLog text;
    private final ByteTable shown = new ByteTable(64);
    private final ByteTable terms = new ByteTable(64);
    private final List<Keyword> known = new ArrayList<>();
    private int[] documents = new int[64];
    /** The number of a keyword, or its complement where the text covers it. */
    private int[] keywords = new int[64];
    private int size;
    private @Nullable String last;
    private int lastKeyword;

    /**
     * @param docValues whether the first keyword of a record is shown; otherwise it is only found
     * @param text the texts of the same records, each added before its keywords; null if keywords always need terms of their own
     */
    KeywordColumn(boolean docValues, @Nullable TextLog text) {
        this.docValues = docValues;
        this.text = text;
    }

    /** A keyword and where it is found: under its normal form, and if it has a port also without that. */
    private static final class Keyword {

        private final byte[] normal;
        private final byte @Nullable [] withoutPort;
        private final boolean coverable;
        private int term = -1;
        private int otherTerm = -1;
        private int textTerm = -1;
        private int otherTextTerm = -1;

        Keyword(String value, boolean mayBeCovered) {
            String form = Keywords.normal(value);
            int port = Keywords.portAt(form);
            normal = form.getBytes(StandardCharsets.UTF_8);
            withoutPort = port > 0 ? form.substring(0, port).getBytes(StandardCharsets.UTF_8) : null;
            coverable = mayBeCovered && Keywords.isIdentifier(form);
        }

        boolean isCoveredBy(TextLog text) {
            if (textTerm < 0) {
                textTerm = text.find(normal);
                otherTextTerm = withoutPort == null ? textTerm : text.find(withoutPort);
            }
            return textTerm >= 0 && otherTextTerm >= 0 && text.lastHas(textTerm) && (otherTextTerm == textTerm || text.lastHas(otherTextTerm));
        }
    }

    void add(int document, String value) {
        if (value.isEmpty()) {
            return;
        }
        if (!value.equals(last)) {
            lastKeyword = number(value);
            last = value;
        }
        if (size == documents.length) {
            documents = Arrays.copyOf(documents, size * 2);
            keywords = Arrays.copyOf(keywords, size * 2);
        }
        boolean first = size == 0 || documents[size - 1] != document;
        documents[size] = document;
        keywords[size++] = isCovered(lastKeyword, first) ? ~lastKeyword : lastKeyword;
    }

    private int number(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        int number = shown.add(bytes, 0, cut(bytes));
        if (number == known.size()) {
            known.add(new Keyword(value, text != null && docValues));
        }
        return number;
    }

    /** Only the first keyword of a record is shown, so only that one can be told from others by it. */
    private boolean isCovered(int number, boolean first) {
        Keyword keyword = known.get(number);
        if (first && text != null && keyword.coverable && keyword.isCoveredBy(text)) {
            return true;
        }
        if (keyword.term < 0) {
            keyword.term = term(keyword.normal);
            keyword.otherTerm = keyword.withoutPort == null ? -1 : term(keyword.withoutPort);
        }
        return false;
    }

    private int term(byte[] bytes) {
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

    long usedBytes() {
        return shown.usedBytes() + terms.usedBytes() + size * 8L;
    }

    void clear() {
        shown.clear();
        terms.clear();
        known.clear();
        size = 0;
        last = null;
    }

    /** The first keyword of each document that has any. */
    BufferedWords words(DocumentOrder order) {
        int[] firsts = firsts(order.added());
        int[] ordered = new int[size];
        int[] ordinals = new int[size];
        boolean[] used = new boolean[shown.size()];
        int count = 0;
        for (int document = 0; document < order.size(); document++) {
            int first = firsts[order.original(document)];
            if (first > 0) {
                ordered[count] = document;
                int keyword = keyword(first - 1);
                ordinals[count++] = keyword;
                used[keyword] = true;
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
            if (keywords[i] >= 0) {
                Keyword keyword = known.get(keywords[i]);
                starts[keyword.term + 1]++;
                if (keyword.otherTerm >= 0) {
                    starts[keyword.otherTerm + 1]++;
                }
            }
        }
        for (int term = 0; term < terms.size(); term++) {
            starts[term + 1] += starts[term];
        }
        int[] found = new int[starts[terms.size()]];
        int[] ends = Arrays.copyOf(starts, terms.size());
        int[] firsts = firsts(order.added());
        for (int document = 0; document < order.size(); document++) {
            int original = order.original(document);
            for (int i = firsts[original] - 1; i >= 0 && i < size && documents[i] == original; i++) {
                if (keywords[i] >= 0) {
                    Keyword keyword = known.get(keywords[i]);
                    post(keyword.term, document, found, starts, ends);
                    post(keyword.otherTerm, document, found, starts, ends);
                }
            }
        }
        return new KeywordPostings(terms, terms.sorted(), starts, ends, found);
    }

    private int keyword(int at) {
        return keywords[at] >= 0 ? keywords[at] : ~keywords[at];
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

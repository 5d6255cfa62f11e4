package org.traceweave.index.internal.write;

import java.util.Arrays;

/**
 * The numbers that buffered records have in one field, in the order in which they were added. The first number of a record is its doc
 * value, all are points. Not safe for use by several threads.
 */
final class NumberColumn {

    private final boolean points;
    private final boolean docValues;
    private int[] documents = new int[64];
    private long[] values = new long[64];
    private int size;

    NumberColumn(boolean docValues, boolean points) {
        this.docValues = docValues;
        this.points = points;
    }

    void add(int document, long value) {
        if (size == documents.length) {
            documents = Arrays.copyOf(documents, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        documents[size] = document;
        values[size++] = value;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean hasPoints() {
        return points;
    }

    boolean hasDocValues() {
        return docValues;
    }

    void clear() {
        size = 0;
    }

    /** The first number of each document that has any. */
    BufferedNumbers numbers(DocumentOrder order) {
        int[] firsts = firsts(order.added());
        int[] ordered = new int[size];
        long[] orderedValues = new long[size];
        int count = 0;
        for (int document = 0; document < order.size(); document++) {
            int first = firsts[order.original(document)];
            if (first > 0) {
                ordered[count] = document;
                orderedValues[count++] = values[first - 1];
            }
        }
        return new BufferedNumbers(ordered, orderedValues, count);
    }

    /** All numbers, with the documents they belong to. */
    BufferedPoints points(DocumentOrder order) {
        int[] firsts = firsts(order.added());
        int[] ordered = new int[size];
        long[] orderedValues = new long[size];
        int count = 0;
        int holders = 0;
        for (int document = 0; document < order.size(); document++) {
            int original = order.original(document);
            holders += firsts[original] > 0 ? 1 : 0;
            for (int i = firsts[original] - 1; i >= 0 && i < size && documents[i] == original; i++) {
                ordered[count] = document;
                orderedValues[count++] = values[i];
            }
        }
        return new BufferedPoints(ordered, orderedValues, count, holders);
    }

    /** One more than the place of each document's first number; 0 without one. */
    private int[] firsts(int count) {
        int[] firsts = new int[count];
        for (int i = size - 1; i >= 0; i--) {
            firsts[documents[i]] = i + 1;
        }
        return firsts;
    }
}

package org.traceweave.index.internal.read;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/**
 * The documents of one segment that a query found, by rank: the document of a rank, and the rank of a document. At most a bit a document
 * of the segment, and some percent more. Immutable.
 */
public abstract class SegmentHits {

    /** How many there are. */
    public abstract int size();

    /** How many are before {@code document}. */
    public abstract int rank(int document);

    /** The document of a rank. */
    public abstract int document(int rank);

    public abstract boolean contains(int document);

    /** Every document of the segment. */
    static SegmentHits all(int maxDoc) {
        return new All(maxDoc);
    }

    static SegmentHits of(FixedBitSet bits) {
        int count = bits.cardinality();
        return count < bits.length() / 32 ? new Few(bits, count) : new Many(bits, count);
    }

    private static final class All extends SegmentHits {

        private final int size;

        All(int size) {
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public int rank(int document) {
            return Math.min(document, size);
        }

        @Override
        public int document(int rank) {
            return rank;
        }

        @Override
        public boolean contains(int document) {
            return document < size;
        }
    }

    private static final class Few extends SegmentHits {

        private final int[] documents;

        Few(FixedBitSet bits, int count) {
            documents = new int[count];
            int from = 0;
            for (int i = 0; i < count; i++) {
                documents[i] = bits.nextSetBit(from);
                from = documents[i] + 1;
            }
        }

        @Override
        public int size() {
            return documents.length;
        }

        @Override
        public int rank(int document) {
            int at = Arrays.binarySearch(documents, document);
            return at >= 0 ? at : -at - 1;
        }

        @Override
        public int document(int rank) {
            return documents[rank];
        }

        @Override
        public boolean contains(int document) {
            return Arrays.binarySearch(documents, document) >= 0;
        }
    }

    private static final class Many extends SegmentHits {

        /** Words of 64 documents between two counts. */
        private static final int WORDS = 8;

        private final long[] words;
        private final int length;
        private final int[] before;
        private final int size;

        Many(FixedBitSet bits, int size) {
            words = bits.getBits();
            length = bits.length();
            this.size = size;
            int used = FixedBitSet.bits2words(length);
            before = new int[(used + WORDS - 1) / WORDS];
            int count = 0;
            for (int i = 0; i < used; i++) {
                if (i % WORDS == 0) {
                    before[i / WORDS] = count;
                }
                count += Long.bitCount(words[i]);
            }
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public int rank(int document) {
            if (document >= length) {
                return size;
            }
            int word = document >> 6;
            int count = before[word / WORDS];
            for (int i = word / WORDS * WORDS; i < word; i++) {
                count += Long.bitCount(words[i]);
            }
            return count + Long.bitCount(words[word] & (1L << document) - 1);
        }

        @Override
        public int document(int rank) {
            int block = Arrays.binarySearch(before, rank);
            if (block < 0) {
                block = -block - 2;
            } else {
                // Blocks without hits share a count with the one after them, which holds the rank.
                while (block + 1 < before.length && before[block + 1] == rank) {
                    block++;
                }
            }
            int left = rank - before[block];
            int word = block * WORDS;
            while (left >= Long.bitCount(words[word])) {
                left -= Long.bitCount(words[word++]);
            }
            long bits = words[word];
            for (int i = 0; i < left; i++) {
                bits &= bits - 1;
            }
            return (word << 6) + Long.numberOfTrailingZeros(bits);
        }

        @Override
        public boolean contains(int document) {
            return document < length && (words[document >> 6] & 1L << document) != 0;
        }
    }
}

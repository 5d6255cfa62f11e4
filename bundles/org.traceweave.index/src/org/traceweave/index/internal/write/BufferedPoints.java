package org.traceweave.index.internal.write;

import java.io.IOException;
import org.apache.lucene.codecs.MutablePointTree;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** Numbers of documents as points of one dimension, which the codec sorts as it writes them. */
final class BufferedPoints extends PointValues {

    private final int[] documents;
    private final long[] values;
    private final int size;
    private final int holders;

    /**
     * @param size how many numbers there are
     * @param holders how many documents have one
     */
    BufferedPoints(int[] documents, long[] values, int size, int holders) {
        this.documents = documents;
        this.values = values;
        this.size = size;
        this.holders = holders;
    }

    @Override
    public PointTree getPointTree() {
        return new Sortable();
    }

    @Override
    public byte[] getMinPackedValue() {
        throw onlyWritten();
    }

    @Override
    public byte[] getMaxPackedValue() {
        throw onlyWritten();
    }

    @Override
    public int getNumDimensions() {
        return 1;
    }

    @Override
    public int getNumIndexDimensions() {
        return 1;
    }

    @Override
    public int getBytesPerDimension() {
        return Long.BYTES;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int getDocCount() {
        return holders;
    }

    private static UnsupportedOperationException onlyWritten() {
        return new UnsupportedOperationException("buffered points are only written");
    }

    private final class Sortable extends MutablePointTree {

        private final long[] savedValues = new long[size];
        private final int[] savedDocuments = new int[size];

        @Override
        public void getValue(int i, BytesRef packedValue) {
            if (packedValue.bytes.length != Long.BYTES) {
                packedValue.bytes = new byte[Long.BYTES];
            }
            packedValue.offset = 0;
            packedValue.length = Long.BYTES;
            NumericUtils.longToSortableBytes(values[i], packedValue.bytes, 0);
        }

        @Override
        public byte getByteAt(int i, int k) {
            return (byte) ((values[i] ^ Long.MIN_VALUE) >>> (Long.BYTES - 1 - k) * Byte.SIZE);
        }

        @Override
        public int getDocID(int i) {
            return documents[i];
        }

        @Override
        public void swap(int i, int j) {
            long value = values[i];
            values[i] = values[j];
            values[j] = value;
            int document = documents[i];
            documents[i] = documents[j];
            documents[j] = document;
        }

        @Override
        public void save(int i, int j) {
            savedValues[j] = values[i];
            savedDocuments[j] = documents[i];
        }

        @Override
        public void restore(int i, int j) {
            System.arraycopy(savedValues, i, values, i, j - i);
            System.arraycopy(savedDocuments, i, documents, i, j - i);
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public void visitDocValues(IntersectVisitor visitor) throws IOException {
            BytesRef value = new BytesRef();
            for (int i = 0; i < size; i++) {
                getValue(i, value);
                visitor.visit(documents[i], value.bytes);
            }
        }
    }
}

package org.traceweave.index.internal.write;

import java.io.IOException;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PointsFormat;
import org.apache.lucene.codecs.PointsReader;
import org.apache.lucene.codecs.PointsWriter;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.jspecify.annotations.Nullable;

/**
 * Lucene's own codec in every byte it writes, and read by it. Only that a {@link BufferedSegment}, which Lucene sees as a merge of one
 * segment, is handed straight to the formats, without the layers that real merges need.
 */
final class DirectCodec extends FilterCodec {

    DirectCodec(Codec codec) {
        super(codec.getName(), codec);
    }

    /** Whether this merge is a buffer alone, in order already. */
    private static boolean isBuffer(MergeState merge) {
        return merge.fieldsProducers.length == 1 && merge.fieldsProducers[0] instanceof BufferedSegment.BufferedFields && !merge.needsIndexSort;
    }

    @Override
    public PostingsFormat postingsFormat() {
        return new Postings(delegate.postingsFormat());
    }

    @Override
    public DocValuesFormat docValuesFormat() {
        return new DocValues(delegate.docValuesFormat());
    }

    @Override
    public PointsFormat pointsFormat() {
        return new Points(delegate.pointsFormat());
    }

    private static final class Postings extends PostingsFormat {

        private final PostingsFormat format;

        Postings(PostingsFormat format) {
            super(format.getName());
            this.format = format;
        }

        @Override
        public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
            return new PostingsWriting(format.fieldsConsumer(state));
        }

        @Override
        public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
            return format.fieldsProducer(state);
        }
    }

    private static final class PostingsWriting extends FieldsConsumer {

        private final FieldsConsumer consumer;

        PostingsWriting(FieldsConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public void write(Fields fields, @Nullable NormsProducer norms) throws IOException {
            consumer.write(fields, norms);
        }

        @Override
        public void merge(MergeState merge, @Nullable NormsProducer norms) throws IOException {
            if (isBuffer(merge)) {
                consumer.write(merge.fieldsProducers[0], norms);
            } else {
                consumer.merge(merge, norms);
            }
        }

        @Override
        public void close() throws IOException {
            consumer.close();
        }
    }

    private static final class DocValues extends DocValuesFormat {

        private final DocValuesFormat format;

        DocValues(DocValuesFormat format) {
            super(format.getName());
            this.format = format;
        }

        @Override
        public DocValuesConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
            return new DocValuesWriting(format.fieldsConsumer(state));
        }

        @Override
        public DocValuesProducer fieldsProducer(SegmentReadState state) throws IOException {
            return format.fieldsProducer(state);
        }
    }

    private static final class DocValuesWriting extends DocValuesConsumer {

        private final DocValuesConsumer consumer;

        DocValuesWriting(DocValuesConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public void merge(MergeState merge) throws IOException {
            if (!isBuffer(merge)) {
                consumer.merge(merge);
                return;
            }
            DocValuesProducer buffer = merge.docValuesProducers[0];
            for (FieldInfo field : merge.mergeFieldInfos) {
                switch (field.getDocValuesType()) {
                    case NUMERIC -> consumer.addNumericField(field, buffer);
                    case SORTED -> consumer.addSortedField(field, buffer);
                    case NONE -> {
                        // This field is only found, not shown.
                    }
                    default -> throw new IllegalStateException(field.name + " has unexpected doc values");
                }
            }
        }

        @Override
        public void addNumericField(FieldInfo field, DocValuesProducer values) throws IOException {
            consumer.addNumericField(field, values);
        }

        @Override
        public void addBinaryField(FieldInfo field, DocValuesProducer values) throws IOException {
            consumer.addBinaryField(field, values);
        }

        @Override
        public void addSortedField(FieldInfo field, DocValuesProducer values) throws IOException {
            consumer.addSortedField(field, values);
        }

        @Override
        public void addSortedNumericField(FieldInfo field, DocValuesProducer values) throws IOException {
            consumer.addSortedNumericField(field, values);
        }

        @Override
        public void addSortedSetField(FieldInfo field, DocValuesProducer values) throws IOException {
            consumer.addSortedSetField(field, values);
        }

        @Override
        public void close() throws IOException {
            consumer.close();
        }
    }

    private static final class Points extends PointsFormat {

        private final PointsFormat format;

        Points(PointsFormat format) {
            this.format = format;
        }

        @Override
        public PointsWriter fieldsWriter(SegmentWriteState state) throws IOException {
            return new PointsWriting(format.fieldsWriter(state));
        }

        @Override
        public PointsReader fieldsReader(SegmentReadState state) throws IOException {
            return format.fieldsReader(state);
        }
    }

    private static final class PointsWriting extends PointsWriter {

        private final PointsWriter writer;

        PointsWriting(PointsWriter writer) {
            this.writer = writer;
        }

        @Override
        public void merge(MergeState merge) throws IOException {
            if (!isBuffer(merge)) {
                writer.merge(merge);
                return;
            }
            for (FieldInfo field : merge.mergeFieldInfos) {
                if (field.getPointDimensionCount() > 0) {
                    writer.writeField(field, merge.pointsReaders[0]);
                }
            }
            finish();
        }

        @Override
        public void writeField(FieldInfo field, PointsReader values) throws IOException {
            writer.writeField(field, values);
        }

        @Override
        public void finish() throws IOException {
            writer.finish();
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }
}

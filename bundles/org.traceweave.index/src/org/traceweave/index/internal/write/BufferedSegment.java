package org.traceweave.index.internal.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PointsReader;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.TermVectorsReader;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DocValuesSkipIndexType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.EmptyDocValuesProducer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafMetaData;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.internal.Schema;

/** Buffered records in the form in which Lucene takes whole segments over: read once, from front to back, by {@link DirectCodec}. */
final class BufferedSegment extends CodecReader {

    private final int size;
    private final FieldInfos fieldInfos;
    private final Map<String, BufferedTerms> terms = new TreeMap<>();
    private final Map<String, BufferedNumbers> numbers = new HashMap<>();
    private final Map<String, BufferedWords> words = new HashMap<>();
    private final Map<String, BufferedPoints> points = new HashMap<>();

    BufferedSegment(DocumentOrder order, TextLog text, Map<String, NumberColumn> numberColumns, Map<String, KeywordColumn> keywordColumns) {
        size = order.size();
        terms.put(Schema.TEXT, text.postings(order));
        numberColumns.forEach((name, column) -> {
            if (!column.isEmpty() && column.hasDocValues()) {
                numbers.put(name, column.numbers(order));
            }
            if (!column.isEmpty() && column.hasPoints()) {
                points.put(name, column.points(order));
            }
        });
        keywordColumns.forEach((name, column) -> {
            if (!column.isEmpty()) {
                terms.put(name, column.postings(order));
                if (column.hasDocValues()) {
                    words.put(name, column.words(order));
                }
            }
        });
        fieldInfos = new FieldInfos(infos());
    }

    private FieldInfo[] infos() {
        TreeSet<String> names = new TreeSet<>(terms.keySet());
        names.addAll(numbers.keySet());
        names.addAll(points.keySet());
        List<FieldInfo> infos = new ArrayList<>();
        for (String name : names) {
            infos.add(info(name, infos.size()));
        }
        return infos.toArray(FieldInfo[]::new);
    }

    private FieldInfo info(String name, int number) {
        BufferedTerms indexed = terms.get(name);
        IndexOptions options = indexed == null ? IndexOptions.NONE : indexed.hasPositions() ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS : IndexOptions.DOCS;
        DocValuesType values = numbers.containsKey(name) ? DocValuesType.NUMERIC : words.containsKey(name) ? DocValuesType.SORTED : DocValuesType.NONE;
        // Times rise from document to document, so whole blocks of them can be passed over.
        DocValuesSkipIndexType skip = name.equals(Schema.TIME) ? DocValuesSkipIndexType.RANGE : DocValuesSkipIndexType.NONE;
        int dimensions = points.containsKey(name) ? 1 : 0;
        return new FieldInfo(name, number, false, indexed != null, false, options, values, skip, -1, new HashMap<>(), dimensions, dimensions,
                dimensions * Long.BYTES, 0, VectorEncoding.FLOAT32, VectorSimilarityFunction.EUCLIDEAN, false, false);
    }

    @Override
    public FieldInfos getFieldInfos() {
        return fieldInfos;
    }

    @Override
    public LeafMetaData getMetaData() {
        return new LeafMetaData(Version.LATEST.major, Version.LATEST, Schema.order(), false);
    }

    @Override
    public int numDocs() {
        return size;
    }

    @Override
    public int maxDoc() {
        return size;
    }

    @Override
    public @Nullable Bits getLiveDocs() {
        return null;
    }

    @Override
    public FieldsProducer getPostingsReader() {
        return new BufferedFields();
    }

    @Override
    public DocValuesProducer getDocValuesReader() {
        return new BufferedDocValues();
    }

    @Override
    public PointsReader getPointsReader() {
        return new BufferedPointFields();
    }

    @Override
    public StoredFieldsReader getFieldsReader() {
        return new NothingStored();
    }

    @Override
    public @Nullable TermVectorsReader getTermVectorsReader() {
        return null;
    }

    @Override
    public @Nullable NormsProducer getNormsReader() {
        return null;
    }

    @Override
    public @Nullable KnnVectorsReader getVectorReader() {
        return null;
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
        return null;
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
    }

    /** The terms of all fields. */
    final class BufferedFields extends FieldsProducer {

        @Override
        public Iterator<String> iterator() {
            return terms.keySet().iterator();
        }

        @Override
        public @Nullable Terms terms(String field) {
            return terms.get(field);
        }

        @Override
        public int size() {
            return terms.size();
        }

        @Override
        public void checkIntegrity() {
            // In memory.
        }

        @Override
        public void close() {
            // In memory.
        }
    }

    /** The doc values of all fields. */
    final class BufferedDocValues extends EmptyDocValuesProducer {

        @Override
        public NumericDocValues getNumeric(FieldInfo field) {
            return numbers.get(field.name).iterator();
        }

        @Override
        public SortedDocValues getSorted(FieldInfo field) {
            return words.get(field.name).iterator();
        }
    }

    /** The points of all fields. */
    final class BufferedPointFields extends PointsReader {

        @Override
        public @Nullable PointValues getValues(String field) {
            return points.get(field);
        }

        @Override
        public void checkIntegrity() {
            // In memory.
        }

        @Override
        public void close() {
            // In memory.
        }
    }

    private static final class NothingStored extends StoredFieldsReader {

        @Override
        public void document(int document, StoredFieldVisitor visitor) {
            // The text of a record stays in its source.
        }

        @Override
        public StoredFieldsReader clone() {
            return this;
        }

        @Override
        public void checkIntegrity() {
            // In memory.
        }

        @Override
        public void close() {
            // In memory.
        }
    }
}

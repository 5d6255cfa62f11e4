package org.traceweave.index.internal.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.internal.Schema;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;
import org.traceweave.model.Worded;

/** Reads the records of one segment, in rising order of documents only. Not safe for use by several threads. */
public final class RecordColumns {

    private final NumericDocValues time;
    private final NumericDocValues source;
    private final NumericDocValues offset;
    private final NumericDocValues length;
    private final NumericDocValues process;
    private final NumericDocValues thread;
    private final NumericDocValues marks;
    private final WordColumn host;
    private final WordColumn component;
    private final WordColumn level;
    private final WordColumn kind;
    private final List<DeclaredColumn> declared = new ArrayList<>();

    public RecordColumns(LeafReader reader, List<RecordField> fields) throws IOException {
        time = DocValues.getNumeric(reader, Schema.TIME);
        source = DocValues.getNumeric(reader, Schema.SOURCE);
        offset = DocValues.getNumeric(reader, Schema.OFFSET);
        length = DocValues.getNumeric(reader, Schema.LENGTH);
        process = DocValues.getNumeric(reader, Schema.PROCESS);
        thread = DocValues.getNumeric(reader, Schema.THREAD);
        marks = DocValues.getNumeric(reader, Schema.MARKS);
        host = new WordColumn(DocValues.getSorted(reader, Schema.HOST));
        component = new WordColumn(DocValues.getSorted(reader, Schema.COMPONENT));
        level = new WordColumn(DocValues.getSorted(reader, Schema.LEVEL));
        kind = new WordColumn(DocValues.getSorted(reader, Schema.KIND));
        for (RecordField field : fields) {
            if (reader.getFieldInfos().fieldInfo(Schema.name(field)) != null) {
                declared.add(DeclaredColumn.open(reader, field));
            }
        }
    }

    public long time(int document) throws IOException {
        return number(time, document, UtcTime.UNKNOWN);
    }

    public int source(int document) throws IOException {
        return (int) number(source, document, 0);
    }

    public long offset(int document) throws IOException {
        return number(offset, document, 0);
    }

    public IndexedRecord read(int document) throws IOException {
        Map<RecordField, Object> fields = new LinkedHashMap<>();
        for (DeclaredColumn column : declared) {
            Object value = column.value(document);
            if (value != null) {
                fields.put(column.field(), value);
            }
        }
        return new IndexedRecord(source(document), offset(document), (int) number(length, document, 0), time(document),
                Optional.ofNullable(host.value(document)), Optional.ofNullable(component.value(document)),
                Optional.ofNullable(level.value(document)).flatMap(word -> Worded.find(Level.class, word)),
                number(process, document, -1), number(thread, document, -1),
                Optional.ofNullable(kind.value(document)).flatMap(word -> Worded.find(RecordKind.class, word)).orElse(RecordKind.TRACE),
                (int) number(marks, document, 0), fields);
    }

    static long number(NumericDocValues values, int document, long otherwise) throws IOException {
        return values.advanceExact(document) ? values.longValue() : otherwise;
    }

    private record DeclaredColumn(RecordField field, @Nullable NumericDocValues numbers, @Nullable WordColumn words) {

        static DeclaredColumn open(LeafReader reader, RecordField field) throws IOException {
            String name = Schema.name(field);
            return field.type() == RecordField.Type.NUMBER ? new DeclaredColumn(field, DocValues.getNumeric(reader, name), null)
                    : new DeclaredColumn(field, null, new WordColumn(DocValues.getSorted(reader, name)));
        }

        @Nullable Object value(int document) throws IOException {
            if (words != null) {
                return words.value(document);
            }
            return numbers != null && numbers.advanceExact(document) ? (Object) numbers.longValue() : null;
        }
    }

    /** Keeps the words of a small vocabulary, and the last one of a large one: neighbours in time are alike. */
    static final class WordColumn {

        private static final int SMALL = 1024;

        private final SortedDocValues values;
        private final @Nullable String[] known;
        private int lastOrdinal = -1;
        private @Nullable String last;

        WordColumn(SortedDocValues values) {
            this.values = values;
            known = new String[Math.min(values.getValueCount(), SMALL)];
        }

        @Nullable String value(int document) throws IOException {
            return values.advanceExact(document) ? word(values.ordValue()) : null;
        }

        private String word(int ordinal) throws IOException {
            String word = ordinal == lastOrdinal ? last : ordinal < known.length ? known[ordinal] : null;
            if (word == null) {
                word = values.lookupOrd(ordinal).utf8ToString();
                if (ordinal < known.length) {
                    known[ordinal] = word;
                }
            }
            lastOrdinal = ordinal;
            last = word;
            return word;
        }
    }
}

package org.traceweave.index.internal.write;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.internal.Keywords;
import org.traceweave.index.internal.Schema;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.RecordContent;
import org.traceweave.model.RecordField;
import org.traceweave.model.UtcTime;

/**
 * One Lucene document that every record of a thread is poured into in turn, so that indexing makes no garbage but what Lucene makes. Not
 * safe for use by several threads.
 */
public final class RecordDocument {

    /** Lucene's longest term is 32,766 bytes; nobody looks for a keyword of more than this. */
    private static final int MAX_KEYWORD = 1024;

    private static final int REMEMBERED = 512;

    private final List<IndexableField> fields = new ArrayList<>(64);
    private final TextValue text = new TextValue();
    private final NumberValue time = NumberValue.skippingDocValue(Schema.TIME);
    private final NumberValue source = NumberValue.docValue(Schema.SOURCE);
    private final NumberValue offset = NumberValue.docValue(Schema.OFFSET);
    private final NumberValue length = NumberValue.docValue(Schema.LENGTH);
    private final NumberValue place = NumberValue.point(Schema.PLACE);
    private final NumberValue process = NumberValue.pointAndDocValue(Schema.PROCESS);
    private final NumberValue thread = NumberValue.pointAndDocValue(Schema.THREAD);
    private final NumberValue marks = NumberValue.docValue(Schema.MARKS);
    private final NumberValue fingerprintValue = NumberValue.docValue(Schema.FINGERPRINT);
    private final KeywordValues host = new KeywordValues(Schema.HOST);
    private final KeywordValues component = new KeywordValues(Schema.COMPONENT);
    private final KeywordValues level = new KeywordValues(Schema.LEVEL);
    private final KeywordValues kind = new KeywordValues(Schema.KIND);
    private final KeywordValues markWords = new KeywordValues(Schema.MARKS);
    private final Map<RecordField, DeclaredValues> declared = new HashMap<>();
    private final Map<String, byte[]> shortWords = new HashMap<>();
    private long records;

    /** Fills the document; what is answered is valid until the next call. {@code fingerprint} 0: none. */
    public Iterable<IndexableField> of(int sourceNumber, RecordContent record, long fingerprint) {
        records++;
        fields.clear();
        fields.add(text.set(record));
        if (record.time() != UtcTime.UNKNOWN) {
            fields.add(time.set(record.time()));
        }
        fields.add(source.set(sourceNumber));
        fields.add(offset.set(record.offset()));
        fields.add(length.set(record.length()));
        fields.add(place.set(Schema.place(sourceNumber, record.offset())));
        if (fingerprint != 0) {
            fields.add(fingerprintValue.set(fingerprint));
        }
        if (record.process() >= 0) {
            fields.add(process.set(record.process()));
        }
        if (record.thread() >= 0) {
            fields.add(thread.set(record.thread()));
        }
        header(record);
        for (int i = 0; i < record.fieldCount(); i++) {
            declared(record, i);
        }
        return fields;
    }

    private void header(RecordContent record) {
        kind.add(record.kind().word());
        if (record.level() != null) {
            level.add(record.level().word());
        }
        addIfKnown(host, record.host());
        addIfKnown(component, record.component());
        int bits = record.certificateMarks();
        if (bits != 0) {
            fields.add(marks.set(bits));
            for (CertificateMark mark : CertificateMark.values()) {
                if ((bits & 1 << mark.ordinal()) != 0) {
                    markWords.addTerm(mark.word());
                }
            }
        }
    }

    private static void addIfKnown(KeywordValues field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            field.add(value);
        }
    }

    private void declared(RecordContent record, int index) {
        RecordField field = record.field(index);
        DeclaredValues values = declared.get(field);
        if (values == null) {
            values = new DeclaredValues(field);
            declared.put(field, values);
        }
        if (field.type() == RecordField.Type.NUMBER) {
            values.add(record.number(index));
        } else if (!record.keyword(index).isEmpty()) {
            values.keywords.add(record.keyword(index));
        }
    }

    private byte[] utf8(String value) {
        byte[] bytes = shortWords.get(value);
        if (bytes == null) {
            bytes = value.getBytes(StandardCharsets.UTF_8);
            if (shortWords.size() < REMEMBERED && value.length() < 40) {
                shortWords.put(value, bytes);
            }
        }
        return bytes;
    }

    /** Both ways in which a declared field is written, of which its type uses one. */
    private final class DeclaredValues {

        private final String name;
        private final KeywordValues keywords;
        private final NumberValue number;
        private long lastRecord;

        DeclaredValues(RecordField field) {
            name = Schema.name(field);
            keywords = new KeywordValues(name);
            number = NumberValue.pointAndDocValue(name);
        }

        void add(long value) {
            // A further number of the same record is rare enough for a field of its own.
            fields.add((lastRecord == records ? NumberValue.point(name) : number).set(value));
            lastRecord = records;
        }
    }

    /** The values of one keyword field of one record: a doc value for the first, a term for each. */
    private final class KeywordValues {

        private final String name;
        private final BytesValue shown;
        private final List<BytesValue> terms = new ArrayList<>();
        private int used;
        private long lastRecord;

        KeywordValues(String name) {
            this.name = name;
            shown = BytesValue.docValue(name);
        }

        void add(String value) {
            if (lastRecord != records) {
                byte[] bytes = utf8(value);
                fields.add(shown.set(bytes, cut(bytes)));
            }
            String normal = Keywords.normal(value);
            addTerm(normal);
            int port = Keywords.portAt(normal);
            if (port > 0) {
                addTerm(normal.substring(0, port));
            }
        }

        void addTerm(String value) {
            if (lastRecord != records) {
                lastRecord = records;
                used = 0;
            }
            if (used == terms.size()) {
                terms.add(BytesValue.term(name));
            }
            byte[] bytes = utf8(value);
            fields.add(terms.get(used++).set(bytes, cut(bytes)));
        }

        /** Never cuts within a letter. */
        private static int cut(byte[] bytes) {
            int length = Math.min(bytes.length, MAX_KEYWORD);
            while (length > 0 && length < bytes.length && (bytes[length] & 0xc0) == 0x80) {
                length--;
            }
            return length;
        }
    }
}

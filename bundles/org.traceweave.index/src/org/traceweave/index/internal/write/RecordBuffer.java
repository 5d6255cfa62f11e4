package org.traceweave.index.internal.write;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.internal.Schema;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.RecordContent;
import org.traceweave.model.RecordField;
import org.traceweave.model.UtcTime;

/**
 * Records that wait to become a segment. It grows to a limit, is written, cleared, and used again, so that indexing makes hardly any
 * garbage. Not safe for use by several threads.
 */
final class RecordBuffer {

    /** Terms of texts in all buffers together: about 120 MB of records, which take 300 MB while they are written. */
    private static final int MOST_TERMS = 12_000_000;

    private static final long MOST_BYTES = 192L << 20;

    private final TextLog text = new TextLog();
    private final Map<String, NumberColumn> numbers = new LinkedHashMap<>();
    private final Map<String, KeywordColumn> keywords = new LinkedHashMap<>();
    private final Map<RecordField, NumberColumn> declaredNumbers = new HashMap<>();
    private final Map<RecordField, KeywordColumn> declaredKeywords = new HashMap<>();
    private final NumberColumn time = number(Schema.TIME, true, false);
    private final NumberColumn source = number(Schema.SOURCE, true, false);
    private final NumberColumn offset = number(Schema.OFFSET, true, false);
    private final NumberColumn length = number(Schema.LENGTH, true, false);
    private final NumberColumn place = number(Schema.PLACE, false, true);
    private final NumberColumn process = number(Schema.PROCESS, true, true);
    private final NumberColumn thread = number(Schema.THREAD, true, true);
    private final NumberColumn marks = number(Schema.MARKS, true, false);
    private final NumberColumn fingerprints = number(Schema.FINGERPRINT, true, false);
    private final KeywordColumn host = keyword(Schema.HOST, true);
    private final KeywordColumn component = keyword(Schema.COMPONENT, true);
    private final KeywordColumn level = keyword(Schema.LEVEL, true);
    private final KeywordColumn kind = keyword(Schema.KIND, true);
    private final KeywordColumn markWords = keyword(Schema.MARKS, false);
    private long[] times = new long[1 << 12];
    private int[] sources = new int[1 << 12];
    private long[] offsets = new long[1 << 12];
    private final BitSet removed = new BitSet();
    private int size;

    private NumberColumn number(String name, boolean docValues, boolean points) {
        return numbers.computeIfAbsent(name, key -> new NumberColumn(docValues, points));
    }

    private KeywordColumn keyword(String name, boolean docValues) {
        return keywords.computeIfAbsent(name, key -> new KeywordColumn(docValues, null));
    }

    /** Adds a record; {@code fingerprint} 0 is none. */
    void add(int sourceNumber, RecordContent record, long fingerprint) {
        long placeNumber = Schema.place(sourceNumber, record.offset());
        int document = next(sourceNumber, record);
        text.add(record.text(), record.textStart(), record.textLength());
        if (record.time() != UtcTime.UNKNOWN) {
            time.add(document, record.time());
        }
        source.add(document, sourceNumber);
        offset.add(document, record.offset());
        length.add(document, record.length());
        place.add(document, placeNumber);
        if (fingerprint != 0) {
            fingerprints.add(document, fingerprint);
        }
        if (record.process() >= 0) {
            process.add(document, record.process());
        }
        if (record.thread() >= 0) {
            thread.add(document, record.thread());
        }
        kind.add(document, record.kind().word());
        if (record.level() != null) {
            level.add(document, record.level().word());
        }
        addIfKnown(host, document, record.host());
        addIfKnown(component, document, record.component());
        addMarks(document, record.certificateMarks());
        for (int i = 0; i < record.fieldCount(); i++) {
            addDeclared(document, record, i);
        }
    }

    private int next(int sourceNumber, RecordContent record) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            sources = Arrays.copyOf(sources, size * 2);
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        times[size] = record.time();
        sources[size] = sourceNumber;
        offsets[size] = record.offset();
        return size++;
    }

    private static void addIfKnown(KeywordColumn column, int document, @Nullable String value) {
        if (value != null) {
            column.add(document, value);
        }
    }

    private void addMarks(int document, int bits) {
        if (bits != 0) {
            marks.add(document, bits);
            for (CertificateMark mark : CertificateMark.values()) {
                if ((bits & 1 << mark.ordinal()) != 0) {
                    markWords.add(document, mark.word());
                }
            }
        }
    }

    private void addDeclared(int document, RecordContent record, int index) {
        RecordField field = record.field(index);
        if (field.type() == RecordField.Type.NUMBER) {
            NumberColumn column = declaredNumbers.get(field);
            if (column == null) {
                column = number(Schema.name(field), true, true);
                declaredNumbers.put(field, column);
            }
            column.add(document, record.number(index));
        } else {
            KeywordColumn column = declaredKeywords.get(field);
            if (column == null) {
                column = keywords.computeIfAbsent(Schema.name(field), name -> new KeywordColumn(true, text));
                declaredKeywords.put(field, column);
            }
            column.add(document, record.keyword(index));
        }
    }

    /** Whether there is nothing to write. */
    boolean isEmpty() {
        return size == removed.cardinality();
    }

    /** Removes the records from place {@code from} to {@code to}, both inclusive. */
    void remove(long from, long to) {
        for (int i = 0; i < size; i++) {
            long placed = Schema.place(sources[i], offsets[i]);
            if (placed >= from && placed <= to) {
                removed.set(i);
            }
        }
    }

    /** Whether it is time to write what is here, where {@code buffers} buffers share the memory. */
    boolean isFull(int buffers) {
        return text.size() >= MOST_TERMS / buffers || (size & 0x3ff) == 0 && usedBytes() >= MOST_BYTES / buffers;
    }

    private long usedBytes() {
        return text.usedBytes() + keywords.values().stream().mapToLong(KeywordColumn::usedBytes).sum() + size * 120L;
    }

    /** What is here, in order of time, source and offset. Valid until the next change of this buffer. */
    BufferedSegment segment() {
        DocumentOrder order = DocumentOrder.of(size, removed, times, sources, offsets);
        return new BufferedSegment(order, text, numbers, keywords);
    }

    void clear() {
        text.clear();
        numbers.values().forEach(NumberColumn::clear);
        keywords.values().forEach(KeywordColumn::clear);
        removed.clear();
        size = 0;
    }
}

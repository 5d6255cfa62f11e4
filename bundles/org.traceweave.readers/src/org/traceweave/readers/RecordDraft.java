package org.traceweave.readers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.Level;
import org.traceweave.model.RecordContent;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;

/**
 * A record as a reader hands it on. A reader keeps one draft per thread, clears it with {@link #begin} for each record and fills it,
 * so that reading gigabytes makes little garbage.
 */
public final class RecordDraft implements RecordContent {

    private static final int FIELDS = 32;

    private long time;
    private long offset;
    private int length;
    private @Nullable String host;
    private @Nullable String component;
    private @Nullable Level level;
    private long process;
    private long thread;
    private RecordKind kind = RecordKind.TRACE;
    private byte[] text = new byte[0];
    private int textStart;
    private int textLength;
    private RecordField[] fields = new RecordField[FIELDS];
    private @Nullable String[] keywords = new String[FIELDS];
    private long[] numbers = new long[FIELDS];
    private int fieldCount;
    private int certificateMarks;
    private boolean recovered;
    private long sequence;

    /** Clears this draft for the next record, which takes {@code length} bytes at {@code offset}. */
    public RecordDraft begin(long newOffset, int newLength) {
        time = UtcTime.UNKNOWN;
        offset = newOffset;
        length = newLength;
        host = null;
        component = null;
        level = null;
        process = -1;
        thread = -1;
        kind = RecordKind.TRACE;
        textLength = 0;
        fieldCount = 0;
        certificateMarks = 0;
        recovered = false;
        sequence = -1;
        return this;
    }

    public RecordDraft time(long nanos) {
        time = nanos;
        return this;
    }

    public RecordDraft length(int bytes) {
        length = bytes;
        return this;
    }

    public RecordDraft host(@Nullable String name) {
        host = name;
        return this;
    }

    public RecordDraft component(@Nullable String name) {
        component = name;
        return this;
    }

    public RecordDraft level(@Nullable Level newLevel) {
        level = newLevel;
        return this;
    }

    public RecordDraft process(long id) {
        process = id;
        return this;
    }

    public RecordDraft thread(long id) {
        thread = id;
        return this;
    }

    public RecordDraft kind(RecordKind newKind) {
        kind = newKind;
        return this;
    }

    /** The searchable text, UTF-8; the array is not copied. */
    public RecordDraft text(byte[] bytes, int start, int count) {
        text = bytes;
        textStart = start;
        textLength = count;
        return this;
    }

    public RecordDraft add(RecordField field, String value) {
        int index = next(field);
        keywords[index] = value;
        return this;
    }

    public RecordDraft add(RecordField field, long value) {
        int index = next(field);
        numbers[index] = value;
        return this;
    }

    private int next(RecordField field) {
        if (fieldCount == fields.length) {
            fields = Arrays.copyOf(fields, fieldCount * 2);
            keywords = Arrays.copyOf(keywords, fieldCount * 2);
            numbers = Arrays.copyOf(numbers, fieldCount * 2);
        }
        fields[fieldCount] = field;
        return fieldCount++;
    }

    /** Adds signs of certificates: bits {@code 1 << CertificateMark.ordinal()}. */
    public RecordDraft addCertificateMarks(int bits) {
        certificateMarks |= bits;
        return this;
    }

    /** Marks this record as recovered from slack or wreckage: it is indexed, and counted apart. */
    public RecordDraft recovered() {
        recovered = true;
        return add(RecordField.RECOVERED, "true");
    }

    /**
     * The number that the source itself gives its records in rising order (an event record id), by which missing ones are noticed; -1
     * where it gives none.
     */
    public RecordDraft sequence(long number) {
        sequence = number;
        return this;
    }

    public boolean isRecovered() {
        return recovered;
    }

    public long sequence() {
        return sequence;
    }

    @Override
    public long time() {
        return time;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public @Nullable String host() {
        return host;
    }

    @Override
    public @Nullable String component() {
        return component;
    }

    @Override
    public @Nullable Level level() {
        return level;
    }

    @Override
    public long process() {
        return process;
    }

    @Override
    public long thread() {
        return thread;
    }

    @Override
    public RecordKind kind() {
        return kind;
    }

    @Override
    public byte[] text() {
        return text;
    }

    @Override
    public int textStart() {
        return textStart;
    }

    @Override
    public int textLength() {
        return textLength;
    }

    @Override
    public int fieldCount() {
        return fieldCount;
    }

    @Override
    public RecordField field(int index) {
        return fields[index];
    }

    @Override
    public String keyword(int index) {
        String value = keywords[index];
        if (value == null || fields[index].type() != RecordField.Type.KEYWORD) {
            throw new IllegalStateException(fields[index].name() + " is no keyword");
        }
        return value;
    }

    @Override
    public long number(int index) {
        return numbers[index];
    }

    @Override
    public int certificateMarks() {
        return certificateMarks;
    }
}

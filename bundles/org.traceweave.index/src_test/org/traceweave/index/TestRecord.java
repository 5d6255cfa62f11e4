package org.traceweave.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.Level;
import org.traceweave.model.RecordContent;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;

/** A record written by hand for a test. */
final class TestRecord implements RecordContent {

    private final long offset;
    private byte[] text = new byte[0];
    private long time = UtcTime.UNKNOWN;
    private @Nullable String host;
    private @Nullable String component;
    private @Nullable Level level;
    private long process = -1;
    private long thread = -1;
    private RecordKind kind = RecordKind.TRACE;
    private int marks;
    private final List<RecordField> fields = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    TestRecord(long offset) {
        this.offset = offset;
    }

    static TestRecord at(String time, long offset) {
        TestRecord record = new TestRecord(offset);
        record.time = UtcTime.parse(time);
        return record;
    }

    TestRecord time(long nanos) {
        time = nanos;
        return this;
    }

    TestRecord text(String words) {
        text = words.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    TestRecord host(String name) {
        host = name;
        return this;
    }

    TestRecord component(String name) {
        component = name;
        return this;
    }

    TestRecord level(Level grade) {
        level = grade;
        return this;
    }

    TestRecord ids(long processId, long threadId) {
        process = processId;
        thread = threadId;
        return this;
    }

    TestRecord kind(RecordKind newKind) {
        kind = newKind;
        return this;
    }

    TestRecord mark(CertificateMark mark) {
        marks |= 1 << mark.ordinal();
        return this;
    }

    TestRecord with(RecordField field, Object value) {
        fields.add(field);
        values.add(value);
        return this;
    }

    @Override public long time() {
        return time;
    }

    @Override public long offset() {
        return offset;
    }

    @Override public int length() {
        return Math.max(1, text.length);
    }

    @Override public @Nullable String host() {
        return host;
    }

    @Override public @Nullable String component() {
        return component;
    }

    @Override public @Nullable Level level() {
        return level;
    }

    @Override public long process() {
        return process;
    }

    @Override public long thread() {
        return thread;
    }

    @Override public RecordKind kind() {
        return kind;
    }

    @Override public byte[] text() {
        return text;
    }

    @Override public int textStart() {
        return 0;
    }

    @Override public int textLength() {
        return text.length;
    }

    @Override public int fieldCount() {
        return fields.size();
    }

    @Override public RecordField field(int index) {
        return fields.get(index);
    }

    @Override public String keyword(int index) {
        return (String) values.get(index);
    }

    @Override public long number(int index) {
        return ((Number) values.get(index)).longValue();
    }

    @Override public int certificateMarks() {
        return marks;
    }
}

package org.traceweave.index;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.Level;
import org.traceweave.model.RecordContent;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;

/** Records cut beforehand, written to a file and read back from it mapped: what a benchmark of indexing alone reads. */
final class StoredTrace implements RecordContent {

    private final ByteBuffer in;
    private final Map<Integer, String> hosts = new HashMap<>();
    private byte[] text = new byte[1 << 16];
    private int textLength;
    private long time;
    private long offset;
    private int length;
    private @Nullable String host;
    private @Nullable String component;
    private @Nullable Level level;
    private long process;
    private long thread;
    private RecordKind kind = RecordKind.TRACE;
    private int marks;
    private int fieldCount;
    private final RecordField[] fields = new RecordField[32];
    private final @Nullable String[] words = new String[32];
    private final long[] numbers = new long[32];

    StoredTrace(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            in = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /** Writes records until their texts take {@code bytes}. */
    static long write(Path file, RecordContent record, Runnable next, long bytes) throws IOException {
        long written = 0;
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            while (written < bytes) {
                next.run();
                written += write(out, record);
            }
        }
        return written;
    }

    static int write(DataOutputStream out, RecordContent record) throws IOException {
        out.writeLong(record.time());
        out.writeLong(record.offset());
        out.writeInt(record.length());
        text(out, record.host());
        text(out, record.component());
        out.writeByte(record.level() == null ? -1 : record.level().ordinal());
        out.writeLong(record.process());
        out.writeLong(record.thread());
        out.writeByte(record.kind().ordinal());
        out.writeByte(record.certificateMarks());
        out.writeByte(record.fieldCount());
        for (int i = 0; i < record.fieldCount(); i++) {
            RecordField field = record.field(i);
            out.writeByte(RecordField.STANDARD.indexOf(field));
            if (field.type() == RecordField.Type.NUMBER) {
                out.writeLong(record.number(i));
            } else {
                text(out, record.keyword(i));
            }
        }
        out.writeInt(record.textLength());
        out.write(record.text(), record.textStart(), record.textLength());
        return record.textLength();
    }

    private static void text(DataOutputStream out, @Nullable String value) throws IOException {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    /** Reads the next record into this one; false at the end. */
    boolean next() {
        if (!in.hasRemaining()) {
            return false;
        }
        time = in.getLong();
        offset = in.getLong();
        length = in.getInt();
        host = known();
        component = known();
        int grade = in.get();
        level = grade < 0 ? null : Level.values()[grade];
        process = in.getLong();
        thread = in.getLong();
        kind = RecordKind.values()[in.get()];
        marks = in.get();
        fieldCount = in.get();
        for (int i = 0; i < fieldCount; i++) {
            fields[i] = RecordField.STANDARD.get(in.get());
            if (fields[i].type() == RecordField.Type.NUMBER) {
                numbers[i] = in.getLong();
            } else {
                words[i] = string();
            }
        }
        textLength = in.getInt();
        if (textLength > text.length) {
            text = new byte[textLength * 2];
        }
        in.get(text, 0, textLength);
        return true;
    }

    private String string() {
        byte[] bytes = new byte[in.getShort()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private @Nullable String known() {
        int size = in.getShort(in.position());
        if (size == 0) {
            in.getShort();
            return null;
        }
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = hash * 31 + in.get(in.position() + 2 + i);
        }
        String value = hosts.get(hash);
        if (value == null) {
            value = string();
            hosts.put(hash, value);
        } else {
            in.position(in.position() + 2 + size);
        }
        return value;
    }

    @Override public long time() {
        return time;
    }

    @Override public long offset() {
        return offset;
    }

    @Override public int length() {
        return length;
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
        return textLength;
    }

    @Override public int fieldCount() {
        return fieldCount;
    }

    @Override public RecordField field(int index) {
        return fields[index];
    }

    @Override public String keyword(int index) {
        return Objects.requireNonNull(words[index]);
    }

    @Override public long number(int index) {
        return numbers[index];
    }

    @Override public int certificateMarks() {
        return marks;
    }
}

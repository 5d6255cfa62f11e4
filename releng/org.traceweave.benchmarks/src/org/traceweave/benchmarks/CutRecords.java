package org.traceweave.benchmarks;

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
import org.jspecify.annotations.Nullable;
import org.traceweave.model.Level;
import org.traceweave.model.RecordContent;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.readers.RecordDraft;

/** Records cut beforehand, written to a file and read back from it mapped: what indexing alone is measured on. */
final class CutRecords {

    private final ByteBuffer in;
    private final RecordDraft draft = new RecordDraft();
    private final Map<ByteBuffer, String> words = new HashMap<>();
    private byte[] text = new byte[1 << 16];

    CutRecords(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            in = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /** Writes records to a file, one after the other. */
    static final class Writer implements AutoCloseable {
        private final DataOutputStream out;

        Writer(Path file) throws IOException {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        }

        void write(RecordContent record) throws IOException {
            out.writeLong(record.time());
            out.writeLong(record.offset());
            out.writeInt(record.length());
            text(record.host());
            text(record.component());
            Level level = record.level();
            out.writeByte(level == null ? -1 : level.ordinal());
            out.writeLong(record.process());
            out.writeLong(record.thread());
            out.writeByte(record.kind().ordinal());
            out.writeByte(record.certificateMarks());
            out.writeByte(record.fieldCount());
            for (int index = 0; index < record.fieldCount(); index++) {
                RecordField field = record.field(index);
                out.writeByte(RecordField.STANDARD.indexOf(field));
                if (field.type() == RecordField.Type.NUMBER) {
                    out.writeLong(record.number(index));
                } else {
                    text(record.keyword(index));
                }
            }
            out.writeInt(record.textLength());
            out.write(record.text(), record.textStart(), record.textLength());
        }

        private void text(@Nullable String value) throws IOException {
            byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
            out.writeShort(bytes.length);
            out.write(bytes);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    boolean hasNext() {
        return in.hasRemaining();
    }

    /** The next record; valid until the one after it is read. */
    RecordContent next() {
        long time = in.getLong();
        draft.begin(in.getLong(), in.getInt()).time(time);
        String host = word();
        String component = word();
        draft.host(host.isEmpty() ? null : host).component(component.isEmpty() ? null : component);
        int level = in.get();
        draft.level(level < 0 ? null : Level.values()[level]).process(in.getLong()).thread(in.getLong()).kind(RecordKind.values()[in.get()])
                .addCertificateMarks(in.get());
        int fields = in.get();
        for (int index = 0; index < fields; index++) {
            RecordField field = RecordField.STANDARD.get(in.get());
            if (field.type() == RecordField.Type.NUMBER) {
                draft.add(field, in.getLong());
            } else {
                draft.add(field, word());
            }
        }
        int length = in.getInt();
        if (length > text.length) {
            text = new byte[length * 2];
        }
        in.get(text, 0, length);
        return draft.text(text, 0, length);
    }

    /** Words that were met before are not made again, so that reading costs as little as it can. */
    private String word() {
        int length = in.getShort();
        ByteBuffer slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        String known = words.get(slice);
        if (known == null) {
            byte[] bytes = new byte[length];
            slice.get(0, bytes);
            known = new String(bytes, StandardCharsets.UTF_8);
            if (words.size() < 100_000) {
                words.put(slice, known);
            }
        }
        return known;
    }
}

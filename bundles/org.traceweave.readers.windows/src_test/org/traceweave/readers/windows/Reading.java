package org.traceweave.readers.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.model.Damage;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;

/** Everything a reader found in a source. */
final class Reading implements RecordSink {

    /** One record, kept. */
    record Kept(long time, long offset, int length, Optional<String> host, Optional<String> component, Optional<Level> level, long process,
            long thread, String text, List<String> fields, int marks, boolean recovered, long sequence) {

        boolean has(String field, Object value) {
            return fields.contains(field + "=" + value);
        }
    }

    final List<Kept> records = new ArrayList<>();
    final List<Damage> damage = new ArrayList<>();

    static Reading of(SourceReader reader, SourceBytes bytes, long target) throws IOException {
        Reading reading = new Reading();
        SourceReading source = reader.open(bytes);
        for (SourcePart part : source.parts(target)) {
            source.read(part, 0, reading);
        }
        return reading;
    }

    static Reading at(SourceReader reader, SourceBytes bytes, long offset, int length) throws IOException {
        Reading reading = new Reading();
        reader.open(bytes).readAt(offset, length, 0, reading);
        return reading;
    }

    List<Kept> inOrder() {
        return records.stream().filter(record -> !record.recovered()).toList();
    }

    @Override
    public void record(RecordDraft draft) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < draft.fieldCount(); i++) {
            RecordField field = draft.field(i);
            fields.add(field.name() + "=" + (field.type() == RecordField.Type.NUMBER ? draft.number(i) : draft.keyword(i)));
        }
        records.add(new Kept(draft.time(), draft.offset(), draft.length(), Optional.ofNullable(draft.host()),
                Optional.ofNullable(draft.component()), Optional.ofNullable(draft.level()), draft.process(), draft.thread(),
                new String(draft.text(), draft.textStart(), draft.textLength(), StandardCharsets.UTF_8), fields,
                draft.certificateMarks(), draft.isRecovered(), draft.sequence()));
    }

    @Override
    public void damage(Damage found) {
        damage.add(found);
    }
}

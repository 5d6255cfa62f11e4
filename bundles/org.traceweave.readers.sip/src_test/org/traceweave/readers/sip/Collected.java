package org.traceweave.readers.sip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.traceweave.model.Damage;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;
import org.traceweave.readers.SourcePart;

/** Keeps what a reader found. */
final class Collected implements RecordSink {

    record Found(long offset, int length, String time, String host, String component, String level, long process, long thread,
            RecordKind kind, String text, Map<String, Object> fields, int marks) {

        Object field(RecordField field) {
            return fields.get(field.name());
        }
    }

    final List<Found> records = new ArrayList<>();
    final List<Damage> damage = new ArrayList<>();

    static Collected of(SourceReader reader, MemoryBytes bytes) throws IOException {
        return of(reader.open(bytes), Long.MAX_VALUE / 4);
    }

    static Collected of(SourceReading reading, long partBytes) throws IOException {
        Collected collected = new Collected();
        for (SourcePart part : reading.parts(partBytes)) {
            reading.read(part, 0, collected);
        }
        return collected;
    }

    @Override
    public void record(RecordDraft draft) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < draft.fieldCount(); i++) {
            RecordField field = draft.field(i);
            fields.putIfAbsent(field.name(), field.type() == RecordField.Type.NUMBER ? (Object) draft.number(i) : draft.keyword(i));
        }
        records.add(new Found(draft.offset(), draft.length(), draft.time() == UtcTime.UNKNOWN ? "" : UtcTime.format(draft.time()),
                String.valueOf(draft.host()), String.valueOf(draft.component()), draft.level() == null ? "" : draft.level().word(),
                draft.process(), draft.thread(), draft.kind(),
                new String(draft.text(), draft.textStart(), draft.textLength(), StandardCharsets.UTF_8), fields, draft.certificateMarks()));
    }

    @Override
    public void damage(Damage found) {
        damage.add(found);
    }
}

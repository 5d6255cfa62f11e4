package org.traceweave.json;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.Level;
import org.traceweave.model.RecordKind;
import org.traceweave.model.TraceRecord;

/** A record of a case, as {@code search} prints it. */
public final class TraceRecordForm implements JsonForm<TraceRecord> {

    public static final TraceRecordForm FORM = new TraceRecordForm();

    private TraceRecordForm() {
    }

    @Override
    public void write(TraceRecord value, JsonOut out) throws IOException {
        out.text("id", value.id());
        out.text("case", value.caseName());
        out.time("time", value.time());
        out.text("source", value.source());
        out.number("offset", value.offset());
        out.number("length", value.length());
        out.text("host", value.host());
        out.text("component", value.component());
        out.word("level", value.level());
        out.number("process", value.process());
        out.number("thread", value.thread());
        out.word("kind", value.kind());
        out.text("text", value.text());
        out.values("fields", value.fields());
    }

    @Override
    public TraceRecord read(JsonObject in) throws JsonFormatException {
        return new TraceRecord(in.text("id"), in.text("case"), in.time("time"), in.text("source"), in.number("offset"), in.number("length"),
                in.optionalText("host"), in.optionalText("component"), in.optionalWord("level", Level.class), in.optionalNumber("process"),
                in.optionalNumber("thread"), in.optionalWord("kind", RecordKind.class).orElse(RecordKind.TRACE), in.text("text"),
                present(in.values("fields")));
    }

    private static Map<String, Object> present(Map<String, @Nullable Object> members) {
        Map<String, Object> fields = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            if (value != null) {
                fields.put(key, value);
            }
        });
        return fields;
    }
}

package org.traceweave.index;

import java.util.Map;
import java.util.Optional;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;

/**
 * What the index knows of one record: everything but its text. {@code source} is the number the case gave the source; {@code time}
 * UTC nanoseconds; {@code process} and {@code thread} -1 where unknown; field values {@code String} or {@code Long}, in the order of
 * their declarations.
 */
public record IndexedRecord(
        int source,
        long offset,
        int length,
        long time,
        Optional<String> host,
        Optional<String> component,
        Optional<Level> level,
        long process,
        long thread,
        RecordKind kind,
        int certificateMarks,
        Map<RecordField, Object> fields) {

    /** Where this record stands in the order of all records: a cursor for paging. */
    public RecordPosition position() {
        return new RecordPosition(time, source, offset);
    }

    public Optional<String> keyword(RecordField field) {
        return fields.get(field) instanceof String value ? Optional.of(value) : Optional.empty();
    }

    public Optional<Long> number(RecordField field) {
        return fields.get(field) instanceof Long value ? Optional.of(value) : Optional.empty();
    }
}

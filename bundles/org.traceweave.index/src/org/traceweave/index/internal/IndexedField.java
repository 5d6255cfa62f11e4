package org.traceweave.index.internal;

import java.util.Optional;
import org.traceweave.model.RecordField;

/** A field as Lucene knows it. {@code declared}: the declaration, where it is not one that every record has. */
public record IndexedField(String name, RecordField.Type type, Optional<RecordField> declared) {

    public boolean isNumber() {
        return type == RecordField.Type.NUMBER;
    }

    /** Whether its numbers are points; those of the source, offset and length are only doc values. */
    public boolean hasPoints() {
        return isNumber() && !name.equals(Schema.SOURCE) && !name.equals(Schema.OFFSET) && !name.equals(Schema.LENGTH);
    }
}

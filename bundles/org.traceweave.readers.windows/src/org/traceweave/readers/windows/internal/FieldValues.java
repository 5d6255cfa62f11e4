package org.traceweave.readers.windows.internal;

import org.jspecify.annotations.Nullable;
import org.traceweave.model.RecordField;
import org.traceweave.readers.RecordDraft;

/** Adds values to a draft, each once. */
final class FieldValues {

    private static final int MOST = 128;

    private final @Nullable RecordField[] fields = new RecordField[MOST];
    private final @Nullable String[] values = new String[MOST];
    private int count;
    private @Nullable RecordDraft draft;

    void begin(RecordDraft newDraft) {
        draft = newDraft;
        count = 0;
    }

    void add(RecordField field, String value) {
        if (value.isEmpty() || draft == null || count == MOST) {
            return;
        }
        for (int i = 0; i < count; i++) {
            if (fields[i] == field && value.equals(values[i])) {
                return;
            }
        }
        fields[count] = field;
        values[count++] = value;
        draft.add(field, value);
    }
}

package org.traceweave.index.internal.query;

import java.util.Optional;
import org.traceweave.index.SourceNames;
import org.traceweave.index.internal.IndexedField;
import org.traceweave.index.internal.Schema;
import org.traceweave.model.RecordField;

/** Chooses how the operands of a field are understood. */
final class FieldQueries {

    private final SourceNames sources;

    FieldQueries(SourceNames sources) {
        this.sources = sources;
    }

    Terms of(String name, IndexedField field) {
        if (field.name().equals(Schema.SOURCE)) {
            return new SourceTerms(sources);
        }
        return field.isNumber() ? new NumberTerms(name, field) : new KeywordTerms(name, field);
    }

    Terms marks() {
        return new KeywordTerms(Schema.MARKS, new IndexedField(Schema.MARKS, RecordField.Type.KEYWORD, Optional.empty()));
    }
}

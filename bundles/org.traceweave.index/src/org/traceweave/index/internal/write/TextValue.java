package org.traceweave.index.internal.write;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.InvertableType;
import org.apache.lucene.index.IndexOptions;
import org.traceweave.index.internal.Schema;
import org.traceweave.index.internal.text.RecordTerms;
import org.traceweave.model.RecordContent;

/** The text of a record: terms and positions, nothing stored. */
final class TextValue extends ReusedField {

    private static final FieldType TYPE = type();

    private final RecordTerms terms = new RecordTerms();

    TextValue() {
        super(Schema.TEXT, TYPE);
    }

    TextValue set(RecordContent record) {
        terms.set(record.text(), record.textStart(), record.textLength());
        return this;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
        return terms;
    }

    @Override
    public InvertableType invertableType() {
        return InvertableType.TOKEN_STREAM;
    }

    private static FieldType type() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}

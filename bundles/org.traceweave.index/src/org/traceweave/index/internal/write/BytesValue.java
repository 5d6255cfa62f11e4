package org.traceweave.index.internal.write;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** A keyword of a record, either as a term or as a doc value. */
final class BytesValue extends ReusedField {

    private static final FieldType TERM = term();
    private static final FieldType DOC_VALUE = docValue();

    private final BytesRef bytes = new BytesRef();

    private BytesValue(String name, FieldType type) {
        super(name, type);
    }

    static BytesValue term(String name) {
        return new BytesValue(name, TERM);
    }

    static BytesValue docValue(String name) {
        return new BytesValue(name, DOC_VALUE);
    }

    BytesValue set(byte[] value) {
        return set(value, value.length);
    }

    BytesValue set(byte[] value, int length) {
        bytes.bytes = value;
        bytes.offset = 0;
        bytes.length = length;
        return this;
    }

    @Override
    public BytesRef binaryValue() {
        return bytes;
    }

    private static FieldType term() {
        FieldType type = new FieldType();
        type.setTokenized(false);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    private static FieldType docValue() {
        FieldType type = new FieldType();
        type.setDocValuesType(DocValuesType.SORTED);
        type.freeze();
        return type;
    }
}

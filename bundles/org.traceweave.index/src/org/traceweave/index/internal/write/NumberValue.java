package org.traceweave.index.internal.write;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DocValuesSkipIndexType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** A number of a record: a doc value, a point, or both. */
final class NumberValue extends ReusedField {

    private static final FieldType VALUE = type(true, false, false);
    private static final FieldType SKIPPING_VALUE = type(true, false, true);
    private static final FieldType POINT = type(false, true, false);
    private static final FieldType BOTH = type(true, true, false);

    private final Value value = new Value();
    private final BytesRef point = new BytesRef(new byte[Long.BYTES]);

    private NumberValue(String name, FieldType type) {
        super(name, type);
    }

    static NumberValue docValue(String name) {
        return new NumberValue(name, VALUE);
    }

    /** For values that rise and fall slowly from record to record, so that whole blocks can be passed over. */
    static NumberValue skippingDocValue(String name) {
        return new NumberValue(name, SKIPPING_VALUE);
    }

    static NumberValue point(String name) {
        return new NumberValue(name, POINT);
    }

    static NumberValue pointAndDocValue(String name) {
        return new NumberValue(name, BOTH);
    }

    NumberValue set(long number) {
        value.number = number;
        if (fieldType().pointDimensionCount() > 0) {
            NumericUtils.longToSortableBytes(number, point.bytes, 0);
        }
        return this;
    }

    @Override
    public BytesRef binaryValue() {
        return point;
    }

    @Override
    public Number numericValue() {
        return value;
    }

    private static FieldType type(boolean docValue, boolean point, boolean skip) {
        FieldType type = new FieldType();
        if (docValue) {
            type.setDocValuesType(DocValuesType.NUMERIC);
        }
        if (skip) {
            type.setDocValuesSkipIndexType(DocValuesSkipIndexType.RANGE);
        }
        if (point) {
            type.setDimensions(1, Long.BYTES);
        }
        type.freeze();
        return type;
    }

    /** Spares a boxed long for every number of every record. */
    private static final class Value extends Number {

        private static final long serialVersionUID = 1L;

        private long number;

        @Override
        public int intValue() {
            return (int) number;
        }

        @Override
        public long longValue() {
            return number;
        }

        @Override
        public float floatValue() {
            return number;
        }

        @Override
        public double doubleValue() {
            return number;
        }
    }
}

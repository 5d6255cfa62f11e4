package org.traceweave.index;

import java.util.Collection;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.TimeRange;

/**
 * Which records are asked for. Immutable, bound to no snapshot: one query can be asked of any index, again and again. Made from what a
 * person typed ({@link IndexSnapshot#parse}) or from the methods here.
 */
public final class RecordQuery {

    private RecordQuery() {
    }

    /** Every record. */
    public static RecordQuery all() {
        throw new UnsupportedOperationException();
    }

    public static RecordQuery none() {
        throw new UnsupportedOperationException();
    }

    /** Records with any of {@code values} in a keyword field, without regard to case. */
    public static RecordQuery keyword(RecordField field, String... values) {
        throw new UnsupportedOperationException();
    }

    public static RecordQuery keyword(RecordField field, Collection<String> values) {
        throw new UnsupportedOperationException();
    }

    /** Records with any of {@code values} in a number field. */
    public static RecordQuery number(RecordField field, long... values) {
        throw new UnsupportedOperationException();
    }

    /** Records with a value from {@code from} to {@code to}, both inclusive, in a number field. */
    public static RecordQuery numbers(RecordField field, long from, long to) {
        throw new UnsupportedOperationException();
    }

    /** Records that have a value in {@code field}. */
    public static RecordQuery exists(RecordField field) {
        throw new UnsupportedOperationException();
    }

    public static RecordQuery kind(RecordKind... kinds) {
        throw new UnsupportedOperationException();
    }

    public static RecordQuery host(String host) {
        throw new UnsupportedOperationException();
    }

    public static RecordQuery source(int... sources) {
        throw new UnsupportedOperationException();
    }

    /** Records with any of the certificate marks {@code bits} ({@code 1 << CertificateMark.ordinal()}). */
    public static RecordQuery marked(int bits) {
        throw new UnsupportedOperationException();
    }

    /** Records whose text has the words of {@code text} one after the other, as a phrase in quotes would. */
    public static RecordQuery phrase(String text) {
        throw new UnsupportedOperationException();
    }

    public RecordQuery and(RecordQuery other) {
        throw new UnsupportedOperationException();
    }

    public RecordQuery or(RecordQuery other) {
        throw new UnsupportedOperationException();
    }

    public RecordQuery not() {
        throw new UnsupportedOperationException();
    }

    /** The same, narrowed to {@code range}; records without a time are not in it. */
    public RecordQuery within(TimeRange range) {
        throw new UnsupportedOperationException();
    }
}

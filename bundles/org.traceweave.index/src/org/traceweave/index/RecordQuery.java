package org.traceweave.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.traceweave.index.internal.Keywords;
import org.traceweave.index.internal.Schema;
import org.traceweave.index.internal.query.KeywordQueries;
import org.traceweave.index.internal.query.SourceQueries;
import org.traceweave.index.internal.query.Substrings;
import org.traceweave.index.internal.query.TextQueries;
import org.traceweave.index.internal.query.TimeRangeQuery;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.TimeRange;

/**
 * Which records are asked for. Immutable, bound to no snapshot: one query can be asked of any index, again and again. Made from what a
 * person typed ({@link IndexSnapshot#parse}) or from the methods here.
 */
public final class RecordQuery {

    private static final RecordQuery ALL = new RecordQuery(MatchAllDocsQuery.INSTANCE);

    private final Query query;

    RecordQuery(Query query) {
        this.query = query;
    }

    /** Every record. */
    public static RecordQuery all() {
        return ALL;
    }

    public static RecordQuery none() {
        return new RecordQuery(MatchNoDocsQuery.INSTANCE);
    }

    /** Records with any of {@code values} in a keyword field, without regard to case. */
    public static RecordQuery keyword(RecordField field, String... values) {
        return keyword(field, Arrays.asList(values));
    }

    public static RecordQuery keyword(RecordField field, Collection<String> values) {
        return words(Schema.name(field), values);
    }

    /** Records with any of {@code values} in a number field. */
    public static RecordQuery number(RecordField field, long... values) {
        return new RecordQuery(LongPoint.newSetQuery(Schema.name(field), values));
    }

    /** Records with a value from {@code from} to {@code to}, both inclusive, in a number field. */
    public static RecordQuery numbers(RecordField field, long from, long to) {
        return new RecordQuery(LongPoint.newRangeQuery(Schema.name(field), from, to));
    }

    /** Records that have a value in {@code field}. */
    public static RecordQuery exists(RecordField field) {
        return new RecordQuery(new FieldExistsQuery(Schema.name(field)));
    }

    public static RecordQuery kind(RecordKind... kinds) {
        return words(Schema.KIND, Arrays.stream(kinds).map(RecordKind::word).toList());
    }

    public static RecordQuery host(String host) {
        return words(Schema.HOST, List.of(host));
    }

    public static RecordQuery component(String component) {
        return words(Schema.COMPONENT, List.of(component));
    }

    public static RecordQuery source(int... sources) {
        return new RecordQuery(SourceQueries.anyOf(Arrays.stream(sources).boxed().toList()));
    }

    /** Records with any of the certificate marks {@code bits} ({@code 1 << CertificateMark.ordinal()}). */
    public static RecordQuery marked(int bits) {
        return words(Schema.MARKS, Arrays.stream(CertificateMark.values()).filter(mark -> (bits & 1 << mark.ordinal()) != 0)
                .map(CertificateMark::word).toList());
    }

    /** Records whose text has the words of {@code text} one after the other, as a phrase in quotes would. */
    public static RecordQuery phrase(String text) {
        return new RecordQuery(TextQueries.phrase(text, 0));
    }

    /** Records whose raw text holds {@code substring}, without regard to case; {@code text} gives that text. */
    public static RecordQuery substring(String substring, RecordText text) {
        return new RecordQuery(Substrings.query(substring, text));
    }

    public RecordQuery and(RecordQuery other) {
        return new RecordQuery(new BooleanQuery.Builder().add(query, BooleanClause.Occur.FILTER).add(other.query, BooleanClause.Occur.FILTER).build());
    }

    public RecordQuery or(RecordQuery other) {
        return new RecordQuery(TextQueries.any(List.of(query, other.query)));
    }

    public RecordQuery not() {
        return new RecordQuery(TextQueries.not(query));
    }

    /** The same, narrowed to {@code range}; records without a time are not in it. */
    public RecordQuery within(TimeRange range) {
        return and(new RecordQuery(new TimeRangeQuery(range.from(), range.to())));
    }

    private static RecordQuery words(String field, Collection<String> values) {
        List<String> normal = values.stream().map(Keywords::normal).toList();
        return new RecordQuery(normal.isEmpty() ? MatchNoDocsQuery.INSTANCE : KeywordQueries.anyOf(field, normal));
    }

    Query query() {
        return query;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordQuery that && that.query.equals(query);
    }

    @Override
    public int hashCode() {
        return query.hashCode();
    }

    /** The query in Lucene's notation, for logs. */
    @Override
    public String toString() {
        return query.toString(Schema.TEXT);
    }
}

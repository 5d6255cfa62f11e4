package org.traceweave.index.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.internal.IndexedField;
import org.traceweave.index.internal.Keywords;
import org.traceweave.index.internal.Schema;
import org.traceweave.model.RecordField;

/** Keywords: the whole value, without regard to case. A user may be named without the domain, and a host with or without it. */
final class KeywordTerms extends Terms {

    private static final Set<String> USERS = Set.of(Schema.name(RecordField.USER), Schema.name(RecordField.FROM), Schema.name(RecordField.TO));

    private final String field;

    KeywordTerms(String name, IndexedField field) {
        super(name);
        this.field = field.name();
    }

    @Override
    Query word(QueryToken word) {
        String text = word.text();
        if (text.equals("*")) {
            return new FieldExistsQuery(field);
        }
        if (field.equals(Schema.name(RecordField.DIRECTION)) && text.equalsIgnoreCase("none")) {
            return TextQueries.not(new FieldExistsQuery(field));
        }
        if (Wildcards.has(text)) {
            return KeywordQueries.pattern(field, new WildcardQuery(new Term(field, Keywords.normal(text))),
                    new WildcardQuery(new Term(Schema.TEXT, Keywords.normal(text))));
        }
        return value(Keywords.normal(Wildcards.plain(text)));
    }

    @Override
    Query phrase(QueryToken phrase) {
        return value(Keywords.normal(phrase.text()));
    }

    private Query value(String value) {
        List<Query> queries = new ArrayList<>();
        queries.add(KeywordQueries.anyOf(field, List.of(value)));
        if (USERS.contains(field) && value.indexOf('@') < 0) {
            queries.add(new PrefixQuery(new Term(field, value + "@")));
        }
        if (field.equals(Schema.HOST)) {
            queries.add(new PrefixQuery(new Term(field, value + ".")));
            int dot = value.indexOf('.');
            if (dot > 0 && value.chars().anyMatch(Character::isLetter)) {
                queries.add(TextQueries.constant(new TermQuery(new Term(field, value.substring(0, dot)))));
            }
        }
        return TextQueries.any(queries);
    }

    @Override
    Query regex(QueryToken regex) throws QuerySyntaxException {
        return KeywordQueries.pattern(field, TextTerms.regex(field, regex), TextTerms.regex(Schema.TEXT, regex));
    }

    @Override
    Query range(QueryToken range) throws QuerySyntaxException {
        Bounds bounds = bounds(range);
        BytesRef from = bounds.from().map(KeywordTerms::bytes).orElse(null);
        BytesRef to = bounds.to().map(KeywordTerms::bytes).orElse(null);
        return KeywordQueries.pattern(field, new TermRangeQuery(field, from, to, bounds.withFrom(), bounds.withTo()),
                new TermRangeQuery(Schema.TEXT, from, to, bounds.withFrom(), bounds.withTo()));
    }

    @Override
    Query near(QueryToken operand, String number) {
        String value = Wildcards.plain(operand.text()).toLowerCase(Locale.ROOT);
        int edits = number.isEmpty() ? FuzzyQuery.defaultMaxEdits : (int) Math.min(FuzzyQuery.defaultMaxEdits, Math.ceil(Double.parseDouble(number)));
        return new FuzzyQuery(new Term(field, value), edits);
    }

    private static BytesRef bytes(String value) {
        return new BytesRef(Keywords.normal(value));
    }
}

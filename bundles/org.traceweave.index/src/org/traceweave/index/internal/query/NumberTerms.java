package org.traceweave.index.internal.query;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.internal.IndexedField;

/** Numbers, decimal or {@code 0x} hex, and {@code 4xx} for all of four hundred. */
final class NumberTerms extends Terms {

    private static final Pattern HUNDREDS = Pattern.compile("[1-9][xX]{2}");

    private final IndexedField field;

    NumberTerms(String name, IndexedField field) {
        super(name);
        this.field = field;
    }

    @Override
    Query word(QueryToken word) throws QuerySyntaxException {
        String text = word.text();
        if (text.equals("*")) {
            return new FieldExistsQuery(field.name());
        }
        if (HUNDREDS.matcher(text).matches()) {
            long from = (text.charAt(0) - '0') * 100L;
            return range(from, from + 99);
        }
        Optional<Bounds> comparison = comparison(text);
        if (comparison.isPresent()) {
            return range(comparison.get(), word);
        }
        long number = number(text, word);
        return range(number, number);
    }

    @Override
    Query phrase(QueryToken phrase) throws QuerySyntaxException {
        return word(phrase);
    }

    @Override
    Query range(QueryToken range) throws QuerySyntaxException {
        return range(bounds(range), range);
    }

    private Query range(Bounds bounds, QueryToken token) throws QuerySyntaxException {
        long from = Long.MIN_VALUE;
        long to = Long.MAX_VALUE;
        if (bounds.from().isPresent()) {
            long bound = number(bounds.from().get(), token);
            from = bounds.withFrom() ? bound : Math.addExact(bound, 1);
        }
        if (bounds.to().isPresent()) {
            long bound = number(bounds.to().get(), token);
            to = bounds.withTo() ? bound : Math.subtractExact(bound, 1);
        }
        return range(from, to);
    }

    private Query range(long from, long to) {
        return field.hasPoints() ? LongPoint.newRangeQuery(field.name(), from, to) : NumericDocValuesField.newSlowRangeQuery(field.name(), from, to);
    }

    private long number(String text, QueryToken token) throws QuerySyntaxException {
        String value = Wildcards.plain(text).strip().toLowerCase(Locale.ROOT);
        try {
            return value.startsWith("0x") ? Long.parseLong(value.substring(2), 16) : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new QuerySyntaxException("The field " + name() + " has numbers, and \"" + text + "\" at position " + token.at() + " is none.");
        }
    }
}

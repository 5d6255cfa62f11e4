package org.traceweave.index.internal.query;

import java.util.Optional;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.internal.Schema;
import org.traceweave.model.TimeRange;

/** Times. A bound that names a stretch (a day, a minute) takes in or leaves out all of it. */
final class TimeTerms extends Terms {

    TimeTerms() {
        super(Schema.TIME);
    }

    @Override
    Query word(QueryToken word) throws QuerySyntaxException {
        if (word.text().equals("*")) {
            return new FieldExistsQuery(Schema.TIME);
        }
        Optional<Bounds> comparison = comparison(word.text());
        if (comparison.isPresent()) {
            return range(comparison.get(), word);
        }
        TimeRange stretch = stretch(word.text(), word);
        return new TimeRangeQuery(stretch.from(), stretch.to());
    }

    @Override
    Query phrase(QueryToken phrase) throws QuerySyntaxException {
        return word(phrase);
    }

    @Override
    Query range(QueryToken range) throws QuerySyntaxException {
        return range(bounds(range), range);
    }

    private static Query range(Bounds bounds, QueryToken token) throws QuerySyntaxException {
        long from = Long.MIN_VALUE;
        long to = Long.MAX_VALUE;
        if (bounds.from().isPresent()) {
            TimeRange stretch = stretch(bounds.from().get(), token);
            from = bounds.withFrom() ? stretch.from() : stretch.to();
        }
        if (bounds.to().isPresent()) {
            TimeRange stretch = stretch(bounds.to().get(), token);
            to = bounds.withTo() ? stretch.to() : stretch.from();
        }
        return new TimeRangeQuery(from, to);
    }

    private static TimeRange stretch(String word, QueryToken token) throws QuerySyntaxException {
        return TimeWords.stretch(word.strip()).orElseThrow(() -> new QuerySyntaxException("\"" + word + "\" at position " + token.at()
                + " is no time; times have the form 2018-01-14T11:24:35, or less of it."));
    }
}

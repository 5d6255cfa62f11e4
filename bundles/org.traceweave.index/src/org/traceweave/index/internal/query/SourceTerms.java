package org.traceweave.index.internal.query;

import java.util.Collection;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.SourceNames;
import org.traceweave.index.internal.Schema;

/** Sources, by number or by name. */
final class SourceTerms extends Terms {

    private final SourceNames names;

    SourceTerms(SourceNames names) {
        super(Schema.SOURCE);
        this.names = names;
    }

    @Override
    Query word(QueryToken word) throws QuerySyntaxException {
        return sources(word.text(), word);
    }

    @Override
    Query phrase(QueryToken phrase) throws QuerySyntaxException {
        return sources(phrase.text(), phrase);
    }

    private Query sources(String name, QueryToken token) throws QuerySyntaxException {
        Collection<Integer> numbers = names.numbers(name);
        if (numbers.isEmpty()) {
            numbers = number(name).toList();
        }
        if (numbers.isEmpty()) {
            throw new QuerySyntaxException("There is no source \"" + name + "\" (position " + token.at() + ").");
        }
        return SourceQueries.anyOf(numbers);
    }

    private static Stream<Integer> number(String name) {
        boolean number = name.length() <= 6 && !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Stream.of(Integer.valueOf(name)).filter(value -> value <= Schema.MAX_SOURCE) : Stream.empty();
    }
}

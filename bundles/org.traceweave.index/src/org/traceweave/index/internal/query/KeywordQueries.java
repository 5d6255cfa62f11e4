package org.traceweave.index.internal.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.traceweave.index.internal.Keywords;
import org.traceweave.index.internal.Schema;

/**
 * Queries of keyword fields. An identifier may have no term in its field, because the text of its record has the same term; such records
 * are found by their text, and by what is shown of the field.
 */
public final class KeywordQueries {

    private static final String DECLARED = "f.";

    private KeywordQueries() {
    }

    /** Records with any of {@code values}, in their normal form, in {@code field}. */
    public static Query anyOf(String field, Collection<String> values) {
        Set<String> covered = new HashSet<>();
        if (field.startsWith(DECLARED)) {
            values.stream().filter(Keywords::mayBeIdentifier).forEach(covered::add);
        }
        Query own = terms(field, values);
        if (covered.isEmpty()) {
            return own;
        }
        return TextQueries.any(List.of(own, both(terms(Schema.TEXT, covered), new ShownKeywordQuery(field, new ShownKeywordQuery.OneOf(covered)))));
    }

    /** Records with a keyword in {@code field} that fits a pattern, given for terms of the field and for terms of the text. */
    static Query pattern(String field, AutomatonQuery own, AutomatonQuery text) {
        if (!field.startsWith(DECLARED)) {
            return own;
        }
        return TextQueries.any(List.of(own, both(text, new ShownKeywordQuery(field, new ShownKeywordQuery.Fitting(own)))));
    }

    private static Query both(Query text, Query shown) {
        return new BooleanQuery.Builder().add(text, BooleanClause.Occur.FILTER).add(shown, BooleanClause.Occur.FILTER).build();
    }

    private static Query terms(String field, Collection<String> values) {
        List<BytesRef> terms = new ArrayList<>();
        values.forEach(value -> terms.add(new BytesRef(value)));
        return terms.size() == 1 ? TextQueries.constant(new TermQuery(new Term(field, terms.getFirst()))) : new TermInSetQuery(field, terms);
    }
}

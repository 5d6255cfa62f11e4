package org.traceweave.index.internal.query;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.traceweave.index.internal.Schema;
import org.traceweave.index.internal.text.TermKind;
import org.traceweave.index.internal.text.TermScanner;

/** Queries of the text of records. */
public final class TextQueries {

    private TextQueries() {
    }

    /**
     * Records that have the words of {@code text} one after the other, {@code slop} moves apart. Compounds that are one thing (an
     * address, a GUID) are asked for as a whole, others (a name with dots or underscores) by their parts, so that
     * {@code contoso.com} finds {@code fe01.contoso.com}. Without any word: {@link MatchNoDocsQuery}.
     */
    public static Query phrase(String text, int slop) {
        TermScanner terms = new TermScanner();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        terms.scan(bytes, 0, bytes.length);
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
        int position = -1;
        int count = 0;
        BytesRef last = new BytesRef();
        boolean inWhole = false;
        for (int i = 0; i < terms.size(); i++) {
            position += terms.increment(i);
            TermKind kind = terms.kind(i);
            boolean part = kind == TermKind.PART;
            if (!part) {
                inWhole = kind.askedAsWhole();
            }
            if (part ? !inWhole : inWhole) {
                last = BytesRef.deepCopyOf(new BytesRef(terms.bytes(), terms.start(i), terms.end(i) - terms.start(i)));
                phrase.add(new Term(Schema.TEXT, last), position);
                count++;
            }
        }
        if (count == 0) {
            return MatchNoDocsQuery.INSTANCE;
        }
        return constant(count == 1 ? new TermQuery(new Term(Schema.TEXT, last)) : phrase.build());
    }

    /** Records that match any of {@code queries}. */
    public static Query any(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        queries.forEach(query -> builder.add(query, BooleanClause.Occur.SHOULD));
        return queries.isEmpty() ? MatchNoDocsQuery.INSTANCE : constant(builder.build());
    }

    /** Records that match all of {@code queries}. */
    static Query all(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        queries.forEach(query -> builder.add(query, BooleanClause.Occur.FILTER));
        return queries.isEmpty() ? MatchAllDocsQuery.INSTANCE : builder.build();
    }

    public static Query not(Query query) {
        return new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER).add(query, BooleanClause.Occur.MUST_NOT)
                .build();
    }

    static Query constant(Query query) {
        return new ConstantScoreQuery(query);
    }
}

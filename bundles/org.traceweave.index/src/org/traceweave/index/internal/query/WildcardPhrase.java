package org.traceweave.index.internal.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.traceweave.index.internal.Schema;

/**
 * Words with wildcards, one after the other, such as {@code ms-diag*}. A wildcard that stands for too many terms to ask for them one by
 * one only has to stand for some term of the record, wherever that is.
 */
final class WildcardPhrase extends Query {

    /** Lucene takes 1024 terms in one query. */
    private static final int MOST_TERMS = 900;

    private final List<String> words;

    WildcardPhrase(List<String> words) {
        this.words = List.copyOf(words);
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        List<Query> anywhere = new ArrayList<>();
        int left = MOST_TERMS;
        int position = 0;
        boolean phrased = false;
        for (String word : words) {
            if (!word.chars().allMatch(c -> c == '*')) {
                List<Term> terms = terms(searcher, word, left);
                if (terms.isEmpty()) {
                    return MatchNoDocsQuery.INSTANCE;
                }
                if (terms.size() > left) {
                    anywhere.add(new WildcardQuery(new Term(Schema.TEXT, word)));
                } else {
                    phrase.add(terms.toArray(Term[]::new), position);
                    left -= terms.size();
                    phrased = true;
                }
            }
            position++;
        }
        if (phrased) {
            anywhere.add(TextQueries.constant(phrase.build()));
        }
        return TextQueries.all(anywhere);
    }

    /** The terms that a word stands for, one more than {@code most} at most. */
    private static List<Term> terms(IndexSearcher searcher, String word, int most) throws IOException {
        if (word.indexOf('*') < 0 && word.indexOf('?') < 0) {
            return List.of(new Term(Schema.TEXT, word));
        }
        CompiledAutomaton automaton = new CompiledAutomaton(
                WildcardQuery.toAutomaton(new Term(Schema.TEXT, word), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
        Set<BytesRef> found = new TreeSet<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(Schema.TEXT);
            if (terms != null) {
                TermsEnum each = automaton.getTermsEnum(terms);
                for (BytesRef term = each.next(); term != null && found.size() <= most; term = each.next()) {
                    found.add(BytesRef.deepCopyOf(term));
                }
            }
        }
        List<Term> list = new ArrayList<>();
        found.forEach(term -> list.add(new Term(Schema.TEXT, term)));
        return list;
    }

    @Override
    public String toString(String field) {
        return '"' + String.join(" ", words) + '"';
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WildcardPhrase that && that.words.equals(words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }
}

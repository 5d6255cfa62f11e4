package org.traceweave.index.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordText;
import org.traceweave.index.internal.Schema;
import org.traceweave.index.internal.text.TermScanner;

/** Operands that are looked for in the text. */
final class TextTerms extends Terms {

    /** What a word without letters or digits asks for. */
    static final Query NOTHING = new MatchNoDocsQuery("signs alone");

    /** What may be the first part of a GUID, of which only the last is a term of its own. */
    private static final Pattern GUID_BEGIN = Pattern.compile("[0-9a-fA-F]{8}");

    /** More of a hash than is written of it. */
    private static final Pattern LONG_HEX = Pattern.compile("^([0-9a-f]{" + TermScanner.MAX_HEX + "})[0-9a-f*?]+$");

    private final RecordText recordText;

    TextTerms(RecordText recordText) {
        super(Schema.TEXT);
        this.recordText = recordText;
    }

    @Override
    Query word(QueryToken word) {
        String text = word.text();
        // In a path or URL the question mark is one.
        if (Wildcards.has(text) && (text.indexOf('/') < 0 || text.indexOf('*') >= 0)) {
            return wildcard(text.toLowerCase(Locale.ROOT));
        }
        String plain = Wildcards.plain(text);
        Query query = TextQueries.phrase(withoutScheme(plain), 0);
        if (GUID_BEGIN.matcher(plain).matches()) {
            return TextQueries.any(List.of(query, new PrefixQuery(new Term(Schema.TEXT, plain.toLowerCase(Locale.ROOT) + "-"))));
        }
        return query instanceof MatchNoDocsQuery ? NOTHING : query;
    }

    private static String withoutScheme(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("<") ? lower.substring(1) : lower;
        int scheme = bare.startsWith("sip:") ? 4 : bare.startsWith("sips:") ? 5 : 0;
        return scheme > 0 && bare.indexOf('@') > 0 ? bare.substring(scheme) : word;
    }

    private static Query wildcard(String pattern) {
        String bare = pattern.startsWith("sip:") ? pattern.substring(4) : pattern.startsWith("0x") ? pattern.substring(2) : pattern;
        if (bare.chars().allMatch(c -> c == '*')) {
            return MatchAllDocsQuery.INSTANCE;
        }
        List<Query> queries = new ArrayList<>();
        List<String> compounds = Wildcards.pieces(bare, ".-_@:");
        if (compounds.size() == 1) {
            String whole = LONG_HEX.matcher(compounds.getFirst()).replaceFirst("$1*");
            queries.add(new WildcardQuery(new Term(Schema.TEXT, whole)));
        }
        List<String> words = Wildcards.pieces(bare, "._@");
        if (words.size() > 1) {
            queries.add(new WildcardPhrase(words));
        }
        return queries.isEmpty() ? NOTHING : TextQueries.any(queries);
    }

    @Override
    Query phrase(QueryToken phrase) throws QuerySyntaxException {
        return words(phrase, 0);
    }

    private static Query words(QueryToken phrase, int slop) throws QuerySyntaxException {
        Query query = TextQueries.phrase(phrase.text(), slop);
        if (query instanceof MatchNoDocsQuery) {
            throw new QuerySyntaxException("There is no word in the quotes at position " + phrase.at() + "; text in single quotes is looked for sign by sign.");
        }
        return query;
    }

    @Override
    Query substring(QueryToken substring) throws QuerySyntaxException {
        if (substring.text().isEmpty()) {
            throw new QuerySyntaxException("There is nothing between the quotes at position " + substring.at() + ".");
        }
        return Substrings.query(substring.text(), recordText);
    }

    @Override
    Query regex(QueryToken regex) throws QuerySyntaxException {
        return regex(Schema.TEXT, regex);
    }

    static RegexpQuery regex(String field, QueryToken regex) throws QuerySyntaxException {
        try {
            return new RegexpQuery(new Term(field, regex.text()), RegExp.NONE, RegExp.CASE_INSENSITIVE, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
        } catch (IllegalArgumentException | TooComplexToDeterminizeException e) {
            throw new QuerySyntaxException("The regular expression at position " + regex.at() + " cannot be used: " + e.getMessage());
        }
    }

    @Override
    Query near(QueryToken operand, String number) throws QuerySyntaxException {
        double distance = number.isEmpty() ? 2 : Double.parseDouble(number);
        if (operand.type() == QueryToken.Type.PHRASE) {
            return words(operand, (int) distance);
        }
        String word = Wildcards.plain(operand.text()).toLowerCase(Locale.ROOT);
        return new FuzzyQuery(new Term(Schema.TEXT, word), Math.min(FuzzyQuery.defaultMaxEdits, (int) Math.ceil(distance)));
    }
}

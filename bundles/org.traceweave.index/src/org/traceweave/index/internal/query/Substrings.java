package org.traceweave.index.internal.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.traceweave.index.RecordText;
import org.traceweave.index.internal.Schema;
import org.traceweave.index.internal.text.CutMark;
import org.traceweave.index.internal.text.TermScanner;

/**
 * Any part of the raw text. The index narrows it down: words that stand whole within the substring must be in the record, or else its
 * longest stretch of letters in some term; records of which not every word is indexed always come into question. What is left is decided
 * by the text itself.
 */
public final class Substrings {

    /** Signs that end every compound, so that what stands between two of them has the same terms here as in any record. */
    private static final String ENDS = " \t\r\n\"'<>()[]{};,&";

    private static final String MARKERS = "begin_record end_record";

    private Substrings() {
    }

    public static Query query(String substring, RecordText text) {
        if (substring.isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        return new SubstringQuery(substring.toLowerCase(Locale.ROOT), candidates(substring.toLowerCase(Locale.ROOT)), text);
    }

    private static Query candidates(String substring) {
        List<Query> whole = wholeWords(substring);
        if (whole.isEmpty()) {
            String stretch = longestStretch(substring);
            if (stretch.isEmpty()) {
                return MatchAllDocsQuery.INSTANCE;
            }
            whole = List.of(new WildcardQuery(new Term(Schema.TEXT, "*" + stretch + "*")));
        }
        return TextQueries.any(List.of(TextQueries.all(whole), new TermQuery(new Term(Schema.TEXT, CutMark.term()))));
    }

    private static List<Query> wholeWords(String substring) {
        List<Query> queries = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i < substring.length(); i++) {
            if (ENDS.indexOf(substring.charAt(i)) >= 0) {
                if (begin >= 0 && i > begin) {
                    addWords(substring.substring(begin, i), queries);
                }
                begin = i + 1;
            }
        }
        return queries;
    }

    private static void addWords(String words, List<Query> queries) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        TermScanner terms = new TermScanner();
        terms.scan(bytes, 0, bytes.length);
        Query query = TextQueries.phrase(words, 0);
        if (!terms.isCut() && !(query instanceof MatchNoDocsQuery)) {
            queries.add(query);
        }
    }

    /**
     * The longest run of letters and digits of at least three, if some term of every record with it must hold it: that is so unless it
     * could be within the fraction of a timestamp, or a record marker, which have no terms.
     */
    private static String longestStretch(String substring) {
        String longest = "";
        int begin = 0;
        for (int i = 0; i <= substring.length(); i++) {
            boolean word = i < substring.length() && isWord(substring.charAt(i));
            if (!word) {
                if (i - begin > longest.length()) {
                    String stretch = substring.substring(begin, i);
                    longest = stretch.length() >= 3 && !mayBeLeftOut(stretch) && !MARKERS.contains(stretch) ? stretch : longest;
                }
                begin = i + 1;
            }
        }
        return longest;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** Whether all of it can stand where there is no term: in a timestamp (digits, T, Z), or across the 0x of a code. */
    private static boolean mayBeLeftOut(String word) {
        return word.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == 't' || c == 'z' || c == 'x');
    }
}

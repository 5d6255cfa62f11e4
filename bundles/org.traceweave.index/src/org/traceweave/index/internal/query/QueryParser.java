package org.traceweave.index.internal.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordText;
import org.traceweave.index.SourceNames;
import org.traceweave.index.internal.IndexedField;
import org.traceweave.index.internal.Schema;

/** Reads queries: NOT binds closest, then AND (which need not be written), then OR. Made for one query. */
public final class QueryParser {

    private static final int DEEPEST = 100;

    /** Lucene takes about a thousand, of which one word may need several. */
    private static final int MOST_OPERANDS = 300;

    private final Map<String, IndexedField> fields;
    private final Set<String> names;
    private final Terms text;
    private final FieldQueries fieldQueries;
    private List<QueryToken> tokens = List.of();
    private int next;
    private int depth;
    private int operands;

    public QueryParser(Map<String, IndexedField> fields, SourceNames sources, RecordText recordText) {
        this.fields = fields;
        names = new LinkedHashSet<>(fields.keySet());
        names.addAll(List.of(Schema.TEXT, Schema.TIME, Schema.MARKS));
        text = new TextTerms(recordText);
        fieldQueries = new FieldQueries(sources);
    }

    public Query parse(String query) throws QuerySyntaxException {
        tokens = new QueryLexer(query, names).tokens();
        if (peek().type() == QueryToken.Type.END) {
            return MatchAllDocsQuery.INSTANCE;
        }
        Query parsed = or(text);
        if (peek().type() == QueryToken.Type.CLOSE) {
            throw new QuerySyntaxException("The parenthesis at position " + peek().at() + " closes nothing.");
        }
        if (operands == 0) {
            throw new QuerySyntaxException("There is no word in this query; text in single quotes is looked for sign by sign.");
        }
        return parsed;
    }

    private Query or(Terms terms) throws QuerySyntaxException {
        if (++depth > DEEPEST) {
            throw new QuerySyntaxException("There are more than " + DEEPEST + " parentheses inside each other at position " + peek().at() + ".");
        }
        List<Query> alternatives = new ArrayList<>();
        alternatives.add(and(terms));
        while (peek().type() == QueryToken.Type.OR) {
            QueryToken operator = take();
            requireOperand(operator);
            alternatives.add(and(terms));
        }
        depth--;
        return TextQueries.any(alternatives);
    }

    private Query and(Terms terms) throws QuerySyntaxException {
        if (peek().type() == QueryToken.Type.AND || peek().type() == QueryToken.Type.OR) {
            throw new QuerySyntaxException(peek().text() + " at position " + peek().at() + " has nothing before it.");
        }
        List<Query> required = new ArrayList<>();
        List<Query> excluded = new ArrayList<>();
        while (true) {
            QueryToken token = peek();
            switch (token.type()) {
                case OR, CLOSE, END -> {
                    return conjunction(required, excluded);
                }
                case AND -> requireOperand(take());
                default -> clause(terms, required, excluded);
            }
        }
    }

    private void clause(Terms terms, List<Query> required, List<Query> excluded) throws QuerySyntaxException {
        boolean negated = false;
        while (peek().type() == QueryToken.Type.NOT || peek().type() == QueryToken.Type.PLUS) {
            QueryToken operator = take();
            negated ^= operator.type() == QueryToken.Type.NOT;
            requireOperand(operator);
        }
        QueryToken first = peek();
        Query query = primary(terms);
        // A word of signs alone, such as a dash between words, asks for nothing.
        if (!(query instanceof MatchNoDocsQuery none && none == TextTerms.NOTHING)) {
            (negated ? excluded : required).add(query);
            if (++operands > MOST_OPERANDS) {
                throw new QuerySyntaxException("There are more than " + MOST_OPERANDS + " things to look for; the next is at position " + first.at() + ".");
            }
        }
    }

    private static Query conjunction(List<Query> required, List<Query> excluded) {
        if (excluded.isEmpty()) {
            return TextQueries.all(required);
        }
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        if (required.isEmpty()) {
            builder.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER);
        }
        required.forEach(query -> builder.add(query, BooleanClause.Occur.FILTER));
        excluded.forEach(query -> builder.add(query, BooleanClause.Occur.MUST_NOT));
        return builder.build();
    }

    private Query primary(Terms terms) throws QuerySyntaxException {
        QueryToken token = take();
        return switch (token.type()) {
            case OPEN -> group(token, terms);
            case FIELD -> field(token);
            case WORD, PHRASE -> withTilde(token, terms);
            case SUBSTRING -> terms.substring(token);
            case REGEX -> terms.regex(token);
            case RANGE -> terms.range(token);
            default -> throw new QuerySyntaxException("Something to look for is missing before " + token.text() + " at position " + token.at() + ".");
        };
    }

    private Query withTilde(QueryToken token, Terms terms) throws QuerySyntaxException {
        if (peek().type() == QueryToken.Type.TILDE) {
            return terms.near(token, take().text());
        }
        return token.type() == QueryToken.Type.WORD ? terms.word(token) : terms.phrase(token);
    }

    private Query group(QueryToken open, Terms terms) throws QuerySyntaxException {
        if (peek().type() == QueryToken.Type.CLOSE) {
            throw new QuerySyntaxException("There is nothing in the parentheses at position " + open.at() + ".");
        }
        Query query = or(terms);
        if (peek().type() != QueryToken.Type.CLOSE) {
            throw new QuerySyntaxException("The parenthesis at position " + open.at() + " is not closed.");
        }
        take();
        return query;
    }

    private Query field(QueryToken name) throws QuerySyntaxException {
        Terms terms = terms(name.text().toLowerCase(Locale.ROOT));
        return switch (peek().type()) {
            case WORD, PHRASE, SUBSTRING, REGEX, RANGE, OPEN -> primary(terms);
            // A value may begin with a minus sign.
            case NOT, PLUS -> signed(name, terms);
            default -> throw new QuerySyntaxException("The field " + name.text() + " at position " + name.at() + " has no value.");
        };
    }

    private Query signed(QueryToken name, Terms terms) throws QuerySyntaxException {
        QueryToken sign = take();
        if (peek().type() != QueryToken.Type.WORD || peek().at() != sign.at() + 1) {
            throw new QuerySyntaxException("The field " + name.text() + " at position " + name.at() + " has no value.");
        }
        QueryToken word = take();
        return terms.word(new QueryToken(QueryToken.Type.WORD, sign.text() + word.text(), sign.at()));
    }

    private Terms terms(String name) {
        return switch (name) {
            case Schema.TEXT -> text;
            case Schema.TIME -> new TimeTerms();
            default -> {
                IndexedField field = fields.get(name);
                yield field == null ? fieldQueries.marks() : fieldQueries.of(name, field);
            }
        };
    }

    private void requireOperand(QueryToken operator) throws QuerySyntaxException {
        switch (peek().type()) {
            case END, CLOSE -> throw new QuerySyntaxException(operator.text() + " at position " + operator.at() + " has nothing after it.");
            case AND, OR -> throw new QuerySyntaxException(operator.text() + " at position " + operator.at() + " is followed by another operator.");
            default -> {
                // An operand, or something that will say itself that it is none.
            }
        }
    }

    private QueryToken peek() {
        return tokens.get(next);
    }

    private QueryToken take() {
        return tokens.get(next++);
    }
}

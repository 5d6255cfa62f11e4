package org.traceweave.index.internal.query;

import java.util.Optional;
import org.apache.lucene.search.Query;
import org.traceweave.index.QuerySyntaxException;

/** What each kind of operand means in some field, or in the text. */
abstract class Terms {

    private final String name;

    Terms(String name) {
        this.name = name;
    }

    abstract Query word(QueryToken word) throws QuerySyntaxException;

    abstract Query phrase(QueryToken phrase) throws QuerySyntaxException;

    Query substring(QueryToken substring) throws QuerySyntaxException {
        throw none("text in single quotes", substring);
    }

    Query regex(QueryToken regex) throws QuerySyntaxException {
        throw none("regular expression", regex);
    }

    Query range(QueryToken range) throws QuerySyntaxException {
        throw none("range", range);
    }

    /** @param number what stands behind the tilde, empty for none */
    Query near(QueryToken operand, String number) throws QuerySyntaxException {
        throw none("~", operand);
    }

    final String name() {
        return name;
    }

    final QuerySyntaxException none(String what, QueryToken token) {
        return new QuerySyntaxException("The field " + name + " takes no " + what + " (position " + token.at() + ").");
    }

    /** The bounds of {@code [a TO b]}; empty strings and stars are open ends. */
    static Bounds bounds(QueryToken range) throws QuerySyntaxException {
        String inner = range.text().substring(1, range.text().length() - 1).strip();
        int to = inner.startsWith("TO ") ? 0 : inner.indexOf(" TO ");
        if (to < 0) {
            throw new QuerySyntaxException("The range at position " + range.at() + " needs the form [from TO to].");
        }
        String from = inner.substring(0, to).strip();
        String until = inner.substring(to).strip().substring(2).strip();
        return new Bounds(bound(from), range.text().startsWith("["), bound(until), range.text().endsWith("]"));
    }

    private static Optional<String> bound(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        String plain = quoted ? text.substring(1, text.length() - 1) : text;
        return plain.isEmpty() || plain.equals("*") ? Optional.empty() : Optional.of(plain);
    }

    /** The bounds of {@code >=a}, {@code <b} and their like; empty for any other word. */
    static Optional<Bounds> comparison(String word) {
        if (word.startsWith(">=")) {
            return Optional.of(new Bounds(Optional.of(word.substring(2)), true, Optional.empty(), true));
        }
        if (word.startsWith("<=")) {
            return Optional.of(new Bounds(Optional.empty(), true, Optional.of(word.substring(2)), true));
        }
        if (word.startsWith(">")) {
            return Optional.of(new Bounds(Optional.of(word.substring(1)), false, Optional.empty(), true));
        }
        return word.startsWith("<") ? Optional.of(new Bounds(Optional.empty(), true, Optional.of(word.substring(1)), false)) : Optional.empty();
    }

    /** A range; a bound that is not there is open. */
    record Bounds(Optional<String> from, boolean withFrom, Optional<String> to, boolean withTo) {
    }
}

package org.traceweave.index.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.traceweave.index.QuerySyntaxException;

/**
 * Cuts what a person typed into tokens. Signs that mean something elsewhere in the language mean nothing inside of what people paste:
 * an address, a URL, a path, a GUID in braces.
 */
final class QueryLexer {

    private static final String SPECIAL = "+-&|!(){}[]^\"~*?:\\/'<>= ";

    private final String text;
    private final Set<String> fields;
    private final List<QueryToken> tokens = new ArrayList<>();
    private int at;

    /** @param fields names of fields, in lower case */
    QueryLexer(String text, Set<String> fields) {
        this.text = text;
        this.fields = fields;
    }

    List<QueryToken> tokens() throws QuerySyntaxException {
        while (skipBlanks()) {
            if (!operator()) {
                operand();
            }
        }
        add(QueryToken.Type.END, "", text.length());
        return tokens;
    }

    private boolean skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private boolean operator() {
        int begin = at;
        char c = text.charAt(at);
        if (c == '(' || c == ')') {
            at++;
            add(c == '(' ? QueryToken.Type.OPEN : QueryToken.Type.CLOSE, String.valueOf(c), begin);
        } else if (text.startsWith("&&", at) || text.startsWith("||", at)) {
            at += 2;
            add(c == '&' ? QueryToken.Type.AND : QueryToken.Type.OR, text.substring(begin, at), begin);
        } else if ((c == '!' || c == '-' || c == '+') && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1))) {
            at++;
            add(c == '+' ? QueryToken.Type.PLUS : QueryToken.Type.NOT, String.valueOf(c), begin);
        } else {
            return false;
        }
        return true;
    }

    private void operand() throws QuerySyntaxException {
        int begin = at;
        char c = text.charAt(at);
        boolean inField = !tokens.isEmpty() && tokens.getLast().type() == QueryToken.Type.FIELD;
        if (c == '"') {
            add(QueryToken.Type.PHRASE, quoted('"'), begin);
            tilde();
        } else if (c == '\'') {
            add(QueryToken.Type.SUBSTRING, quoted('\''), begin);
        } else if (c == '/' && regexEnd() > 0) {
            int end = regexEnd();
            add(QueryToken.Type.REGEX, text.substring(at + 1, end).replace("\\/", "/"), begin);
            at = end + 1;
        } else if (inField && (c == '[' || c == '{') && isRange()) {
            range();
        } else if (!fieldName()) {
            word();
        }
    }

    private String quoted(char quote) throws QuerySyntaxException {
        int begin = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && (text.charAt(at + 1) == quote || text.charAt(at + 1) == '\\')) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new QuerySyntaxException("The quote " + quote + " at position " + (begin + 1) + " is not closed.");
        }
        at++;
        return value.toString();
    }

    /** Where the regular expression that begins here ends; 0 where the slash is one of a path or URL. */
    private int regexEnd() {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '/') {
                boolean closes = i > at + 1 && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)) || text.charAt(i + 1) == ')');
                return closes ? i : 0;
            }
        }
        return 0;
    }

    /** A bracket with a blank behind it opens a range; one without is part of what people paste: a GUID, an IPv6 address. */
    private boolean isRange() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != ']' && text.charAt(end) != '}') {
            if (Character.isWhitespace(text.charAt(end))) {
                return true;
            }
            end++;
        }
        return false;
    }

    private void range() throws QuerySyntaxException {
        int begin = at;
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != ']' && text.charAt(end) != '}') {
            end++;
        }
        if (end == text.length()) {
            throw new QuerySyntaxException("The range that begins at position " + (begin + 1) + " is not closed with ] or }.");
        }
        add(QueryToken.Type.RANGE, text.substring(begin, end + 1), begin);
        at = end + 1;
    }

    private boolean fieldName() throws QuerySyntaxException {
        int end = at;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end == at || end >= text.length() || text.charAt(end) != ':') {
            return false;
        }
        String name = text.substring(at, end);
        if (fields.contains(name.toLowerCase(Locale.ROOT))) {
            add(QueryToken.Type.FIELD, name, at);
            at = end + 1;
            return true;
        }
        char next = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
        boolean meant = next == '[' || next == '>' || next == '<' || next == '"' || next == '(';
        String near = SimilarName.of(name, fields);
        if (meant || !near.isEmpty() && next != '/' && !Character.isWhitespace(next)) {
            throw new QuerySyntaxException("There is no field \"" + name + "\" (position " + (at + 1) + ")"
                    + (near.isEmpty() ? "" : "; did you mean \"" + near + "\"?") + (near.isEmpty() ? "." : "")
                    + " To look for it as text, put it in double quotes.");
        }
        return false;
    }

    private void word() {
        int begin = at;
        StringBuilder word = new StringBuilder();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != ')' && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '(' || c == '^' && boost() || c == '~' && at > begin && tildeEnd() > 0) {
                break;
            }
            if (c == '\\' && at + 1 < text.length() && SPECIAL.indexOf(text.charAt(at + 1)) >= 0) {
                at++;
                c = text.charAt(at);
                word.append(c == '*' || c == '?' || c == '\\' ? "\\" : "");
            } else if (c == '\\') {
                word.append('\\');
            }
            word.append(c);
            at++;
        }
        if (at == begin) {
            at++;
            return;
        }
        add(QueryToken.Type.WORD, word.toString(), begin);
        tilde();
    }

    /** Passes over {@code ^2}, which ranks results where there is a ranking. */
    private boolean boost() {
        int end = at + 1;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        boolean boost = end > at + 1 && (end == text.length() || Character.isWhitespace(text.charAt(end)) || text.charAt(end) == ')');
        if (boost) {
            at = end;
        }
        return boost;
    }

    private void tilde() {
        int end = at < text.length() && text.charAt(at) == '~' ? tildeEnd() : 0;
        if (end > 0) {
            add(QueryToken.Type.TILDE, text.substring(at + 1, end), at);
            at = end;
        }
        if (at < text.length() && text.charAt(at) == '^') {
            boost();
        }
    }

    private int tildeEnd() {
        int end = at + 1;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end == text.length() || Character.isWhitespace(text.charAt(end)) || text.charAt(end) == ')' || text.charAt(end) == '^' ? end : 0;
    }

    private void add(QueryToken.Type type, String value, int begin) {
        QueryToken.Type meant = type != QueryToken.Type.WORD || !tokens.isEmpty() && tokens.getLast().type() == QueryToken.Type.FIELD ? type
                : switch (value) {
                    case "AND" -> QueryToken.Type.AND;
                    case "OR" -> QueryToken.Type.OR;
                    case "NOT" -> QueryToken.Type.NOT;
                    default -> type;
                };
        tokens.add(new QueryToken(meant, value, begin + 1));
    }
}

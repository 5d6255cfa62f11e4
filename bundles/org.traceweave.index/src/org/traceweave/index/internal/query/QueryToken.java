package org.traceweave.index.internal.query;

/** A piece of a query. {@code text} is without quotes and escapes; {@code at} its place in what was typed, from 1. */
record QueryToken(Type type, String text, int at) {

    enum Type {
        /** A word, which may hold wildcards (those not meant as such are escaped in {@code text}). */
        WORD,
        /** Words in double quotes; {@code text} may end with {@code ~3} outside, which is a token of its own. */
        PHRASE,
        /** Text in single quotes. */
        SUBSTRING,
        REGEX,
        /** A field's name and the colon behind it. */
        FIELD,
        /** What stands between brackets or braces, with them. */
        RANGE,
        /** {@code ~}, perhaps with a number, behind a word or phrase. */
        TILDE,
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        /** A plus sign, which changes nothing where all words are required. */
        PLUS,
        END
    }
}

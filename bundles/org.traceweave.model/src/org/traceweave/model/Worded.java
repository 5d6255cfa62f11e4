package org.traceweave.model;

import java.util.Optional;

/** An enumerated value with the fixed word by which the command line and its JSON name it. */
public interface Worded {

    /** The word printed and parsed, for example {@code sign-in} or {@code tls-dsk}. */
    String word();

    /** Finds the value of {@code type} whose word is {@code word}; empty for a word this version does not know. */
    static <E extends Enum<E> & Worded> Optional<E> find(Class<E> type, String word) {
        for (E value : type.getEnumConstants()) {
            if (value.word().equals(word)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}

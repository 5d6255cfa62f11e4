package org.traceweave.ui;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a {@link RowTable}: its title, its width in pixels (of the one column with width 0: all that is left), what it says of a
 * row, and how rows are ordered by it where they can be.
 */
public record RowColumn<T>(String title, int width, boolean rightAligned, Function<T, String> text, Optional<Comparator<T>> order) {

    /** A column of words, ordered by them. */
    public static <T> RowColumn<T> of(String title, int width, Function<T, String> text) {
        return new RowColumn<>(title, width, false, text, Optional.of(Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER)));
    }

    /** A column ordered by something else than what it says. */
    public static <T, U extends Comparable<U>> RowColumn<T> ordered(String title, int width, Function<T, String> text, Function<T, U> key) {
        return new RowColumn<>(title, width, false, text, Optional.of(Comparator.comparing(key)));
    }

    /** A column of numbers. */
    public static <T> RowColumn<T> number(String title, int width, Function<T, String> text, Function<T, Long> key) {
        return new RowColumn<>(title, width, true, text, Optional.of(Comparator.comparing(key)));
    }

    /** A column rows are not ordered by. */
    public static <T> RowColumn<T> plain(String title, int width, Function<T, String> text) {
        return new RowColumn<>(title, width, false, text, Optional.empty());
    }
}

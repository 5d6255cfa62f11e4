package org.traceweave.index;

import java.util.Collection;
import java.util.List;

/** Tells which sources a query means by {@code source:NAME}; the index itself knows them by number only. */
@FunctionalInterface
public interface SourceNames {

    /** Knows no names: {@code source:} takes numbers alone. */
    SourceNames NONE = name -> List.of();

    /** Numbers of the sources that {@code name} means, which may hold the wildcards {@code *} and {@code ?}; empty if none is. */
    Collection<Integer> numbers(String name);
}

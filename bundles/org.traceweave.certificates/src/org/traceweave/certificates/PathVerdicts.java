package org.traceweave.certificates;

import java.util.Comparator;
import java.util.List;

/**
 * All paths that were found for a certificate, judged. Cross-signed certificates give several.
 *
 * @param paths best first: accepted before refused, few reasons before many, short before long; never empty
 * @param complete whether the search ended by itself; false if its bounds ended it, so that there may be other paths
 */
public record PathVerdicts(List<ChainVerdict> paths, boolean complete) {

    private static final Comparator<ChainVerdict> BEST_FIRST = Comparator.<ChainVerdict>comparingInt(path -> switch (path.verdict()) {
        case ACCEPTED -> 0;
        case UNKNOWN -> 1;
        case REFUSED -> 2;
    }).thenComparingLong(ChainVerdict::refusals).thenComparingInt(path -> path.elements().size());

    public PathVerdicts {
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("a certificate is a path of its own at least");
        }
        paths = paths.stream().sorted(BEST_FIRST).toList();
    }

    public ChainVerdict best() {
        return paths.getFirst();
    }

    public Verdict verdict() {
        return best().verdict();
    }
}

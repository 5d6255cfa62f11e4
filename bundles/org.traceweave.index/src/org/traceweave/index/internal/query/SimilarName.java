package org.traceweave.index.internal.query;

import java.util.Collection;
import java.util.Locale;

/** Guesses which name was meant by a misspelt one. */
final class SimilarName {

    private SimilarName() {
    }

    /** The name of {@code names} (in lower case) that differs least from {@code typed}, by two letters at most; empty without one. */
    static String of(String typed, Collection<String> names) {
        String lower = typed.toLowerCase(Locale.ROOT);
        String best = "";
        int least = lower.length() > 5 ? 3 : 2;
        for (String name : names) {
            int distance = distance(lower, name);
            if (distance < least && lower.length() > 3) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}

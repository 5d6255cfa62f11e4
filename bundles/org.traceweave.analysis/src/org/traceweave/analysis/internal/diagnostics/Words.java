package org.traceweave.analysis.internal.diagnostics;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.traceweave.model.UtcTime;

/** Words that several findings share. */
final class Words {

    private static final int NAMED = 3;

    private Words() {
    }

    /** {@code a}, {@code a and b}, {@code a, b, c and 4 more}. */
    static String list(Collection<String> names) {
        List<String> distinct = names.stream().filter(name -> !name.isBlank()).distinct().toList();
        if (distinct.size() <= 1) {
            return String.join("", distinct);
        }
        boolean cut = distinct.size() > NAMED + 1;
        List<String> first = cut ? distinct.subList(0, NAMED) : distinct.subList(0, distinct.size() - 1);
        return String.join(", ", first) + " and " + (cut ? distinct.size() - NAMED + " more" : distinct.getLast());
    }

    /** {@code 1 sign-in}, {@code 7 sign-ins}. */
    static String count(long count, String thing) {
        return count + " " + (count == 1 ? thing : thing + "s");
    }

    static String day(long time) {
        return UtcTime.format(time).substring(0, "YYYY-MM-DD".length());
    }

    static String seconds(double seconds) {
        double absolute = Math.abs(seconds);
        return absolute >= 120 ? String.format(Locale.ROOT, "%.0f min %02.0f s", Math.floor(absolute / 60), absolute % 60)
                : String.format(Locale.ROOT, absolute >= 10 ? "%.0f s" : "%.1f s", absolute);
    }
}

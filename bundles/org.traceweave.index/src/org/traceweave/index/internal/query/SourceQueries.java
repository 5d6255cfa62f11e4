package org.traceweave.index.internal.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.Query;
import org.traceweave.index.internal.Schema;

/** Records of some sources. */
public final class SourceQueries {

    /** So many stretches of the numbers of sources are asked for one by one. */
    private static final int FEW = 256;

    private SourceQueries() {
    }

    public static Query anyOf(Collection<Integer> sources) {
        TreeSet<Integer> numbers = new TreeSet<>(sources);
        List<Query> stretches = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int number : numbers) {
            if (first >= 0 && number > last + 1) {
                stretches.add(stretch(first, last));
                first = -1;
            }
            first = first < 0 ? number : first;
            last = number;
        }
        if (first >= 0) {
            stretches.add(stretch(first, last));
        }
        return stretches.size() <= FEW ? TextQueries.any(stretches)
                : NumericDocValuesField.newSlowSetQuery(Schema.SOURCE, numbers.stream().mapToLong(Integer::longValue).toArray());
    }

    private static Query stretch(int first, int last) {
        return LongPoint.newRangeQuery(Schema.PLACE, Schema.firstPlace(first), Schema.lastPlace(last));
    }
}

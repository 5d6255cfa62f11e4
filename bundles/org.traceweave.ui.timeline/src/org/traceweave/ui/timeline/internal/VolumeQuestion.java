package org.traceweave.ui.timeline.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.cases.Case;
import org.traceweave.charts.VolumeBucket;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.HistogramBucket;
import org.traceweave.model.TimeRange;

/** Counts the records of a case over time, errors and warnings by themselves. For a background thread. */
final class VolumeQuestion {

    private VolumeQuestion() {
    }

    /** From the first record to just after the last; empty while there are none. */
    static Optional<TimeRange> extent(Case source) throws IOException {
        try (IndexSnapshot snapshot = source.snapshot()) {
            return snapshot.range(RecordQuery.all());
        }
    }

    static List<VolumeBucket> volume(Case source, TimeRange range, int buckets) throws IOException {
        try (IndexSnapshot snapshot = source.snapshot()) {
            List<HistogramBucket> all = snapshot.histogram(RecordQuery.all(), range, buckets, Optional.empty());
            long[] errors = new long[all.size()];
            long[] warnings = new long[all.size()];
            for (HistogramBucket bucket : snapshot.histogram(RecordQuery.all(), range, buckets, Optional.of("level"))) {
                int index = indexOf(all, bucket.range().from());
                switch (bucket.value().orElse("")) {
                    case "fatal", "error" -> errors[index] += bucket.count();
                    case "warning" -> warnings[index] += bucket.count();
                    default -> { }
                }
            }
            List<VolumeBucket> volume = new ArrayList<>(all.size());
            for (int i = 0; i < all.size(); i++) {
                long others = Math.max(0, all.get(i).count() - errors[i] - warnings[i]);
                volume.add(new VolumeBucket(all.get(i).range(), errors[i], warnings[i], others));
            }
            return volume;
        }
    }

    private static int indexOf(List<HistogramBucket> buckets, long from) {
        int low = 0;
        int high = buckets.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long start = buckets.get(middle).range().from();
            if (start == from) {
                return middle;
            }
            if (start < from) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        throw new IllegalStateException("a histogram by level has other buckets than one without");
    }
}

package org.traceweave.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.model.HistogramBucket;
import org.traceweave.model.RecordField;
import org.traceweave.model.TimeRange;

class HistogramTest {

    @TempDir
    private Path directory;

    @Test
    void countsAreThoseOfPlainCounting() throws Exception {
        RandomRecords made = new RandomRecords(21, 4000);
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, (source, offset, length) -> "")) {
            made.addTo(index, 6);
            TimeRange range = new TimeRange(RandomRecords.START + 50_000_000, RandomRecords.START + 1_000_000_333);
            try (IndexSnapshot snapshot = index.snapshot()) {
                List<RandomRecords.Made> found = made.inOrder().stream().filter(record -> record.word() == 2).toList();
                List<HistogramBucket> plain = snapshot.histogram(snapshot.parse("gamma"), range, 37, Optional.empty());
                assertEquals(37, plain.size());
                assertEquals(range.from(), plain.getFirst().range().from());
                assertEquals(range.to(), plain.getLast().range().to());
                for (HistogramBucket bucket : plain) {
                    assertEquals(found.stream().filter(record -> bucket.range().contains(record.position().time())).count(), bucket.count());
                }
                List<HistogramBucket> byHost = new ArrayList<>();
                List<HistogramBucket> byStatus = new ArrayList<>();
                for (HistogramBucket bucket : plain) {
                    Map<String, Long> hosts = new TreeMap<>();
                    Map<String, Long> statuses = new TreeMap<>();
                    found.stream().filter(record -> bucket.range().contains(record.position().time())).forEach(record -> {
                        hosts.merge(record.host(), 1L, Long::sum);
                        if (record.status() >= 0) {
                            statuses.merge(Long.toString(record.status()), 1L, Long::sum);
                        }
                    });
                    hosts.forEach((value, count) -> byHost.add(new HistogramBucket(bucket.range(), Optional.of(value), count)));
                    statuses.forEach((value, count) -> byStatus.add(new HistogramBucket(bucket.range(), Optional.of(value), count)));
                }
                assertEquals(byHost, snapshot.histogram(snapshot.parse("gamma"), range, 37, Optional.of("host")));
                assertEquals(byStatus, snapshot.histogram(snapshot.parse("gamma"), range, 37, Optional.of("Status")));
                assertThrows(IllegalArgumentException.class, () -> snapshot.histogram(RecordQuery.all(), range, 3, Optional.of("nothing")));
            }
        }
    }

    @Test
    void theMostFrequentValuesComeFirst() throws Exception {
        RandomRecords made = new RandomRecords(22, 1000);
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, (source, offset, length) -> "")) {
            made.addTo(index, 3);
            Map<String, Long> hosts = new TreeMap<>();
            Map<Integer, Long> sources = new TreeMap<>();
            made.inOrder().forEach(record -> {
                hosts.merge(record.host(), 1L, Long::sum);
                sources.merge(record.position().source(), 1L, Long::sum);
            });
            List<ValueCount> expected = hosts.entrySet().stream().map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
                    .sorted((one, other) -> Long.compare(other.count(), one.count())).limit(2).toList();
            try (IndexSnapshot snapshot = index.snapshot()) {
                assertEquals(expected, snapshot.values(RecordQuery.all(), "host", 2));
                assertEquals(sources, snapshot.sourceCounts());
            }
        }
    }

    @Test
    void morePartsThanNanosecondsGiveAsManyAsThereAre() throws Exception {
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, (source, offset, length) -> "")) {
            index.add(0, new TestRecord(0).time(5).text("x"));
            index.refresh();
            try (IndexSnapshot snapshot = index.snapshot()) {
                assertEquals(1, snapshot.histogram(RecordQuery.all(), new TimeRange(5, 6), 10, Optional.empty()).size());
                assertEquals(List.of(), snapshot.histogram(RecordQuery.all(), new TimeRange(5, 5), 10, Optional.empty()));
            }
        }
    }
}

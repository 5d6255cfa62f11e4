package org.traceweave.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.UtcTime;

/** Records with many equal times, some without any, in several sources, as they lie in no order; and their order, by plain sorting. */
final class RandomRecords {

    static final String[] WORDS = {"alpha", "beta", "gamma", "delta"};
    static final long START = UtcTime.parse("2018-01-14T08:00:00Z");

    /** One record and what it is known by. */
    record Made(RecordPosition position, int word, String host, Level level, long status) {

        TestRecord content() {
            TestRecord record = new TestRecord(position.offset()).time(position.time()).text("a record of " + WORDS[word]).host(host).level(level);
            return status < 0 ? record : record.with(RecordField.STATUS, status);
        }
    }

    private final Random random;
    private final List<Made> records = new ArrayList<>();

    RandomRecords(long seed, int count) {
        System.out.println("seed " + seed);
        random = new Random(seed);
        for (int i = 0; i < count; i++) {
            long time = random.nextInt(20) == 0 ? UtcTime.UNKNOWN : START + random.nextInt(count / 3) * 1_000_000L;
            records.add(new Made(new RecordPosition(time, random.nextInt(4), i * 10L), random.nextInt(WORDS.length), "FE0" + random.nextInt(3),
                    Level.values()[random.nextInt(4)], random.nextInt(3) - 1L + (random.nextBoolean() ? 200 : 0) - (random.nextInt(5) == 0 ? 1000 : 0)));
        }
    }

    /** Adds all, with a refresh, a commit or neither after each of {@code parts} parts, so that there are several segments. */
    void addTo(RecordIndex index, int parts) throws IOException {
        int size = records.size() / parts + 1;
        for (int begin = 0; begin < records.size(); begin += size) {
            for (Made made : records.subList(begin, Math.min(records.size(), begin + size))) {
                index.add(made.position().source(), made.content());
            }
            index.refresh();
        }
        index.refresh();
    }

    List<Made> inOrder() {
        return records.stream().sorted(Comparator.comparing(Made::position)).toList();
    }

    int next(int bound) {
        return random.nextInt(bound);
    }
}

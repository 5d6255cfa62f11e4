package org.traceweave.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.model.RecordField;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

class RecordRowsTest {

    @TempDir
    private Path directory;

    private static List<RecordPosition> positions(List<IndexedRecord> records) {
        return records.stream().map(IndexedRecord::position).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void rowsAreTheSortedRecordsWhereverOneLooks(long seed) throws Exception {
        RandomRecords made = new RandomRecords(seed, 3000);
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, (source, offset, length) -> "")) {
            made.addTo(index, 1 + (int) seed * 2);
            try (IndexSnapshot snapshot = index.snapshot()) {
                for (String query : List.of("", "alpha", "alpha OR beta OR gamma", "host:fe01 level:error", "status:[0 TO 300]", "nothing")) {
                    List<RandomRecords.Made> expected = made.inOrder().stream().filter(record -> matches(record, query)).toList();
                    compare(snapshot.rows(snapshot.parse(query)), expected.stream().map(RandomRecords.Made::position).toList(), made);
                    assertEquals(expected.size(), snapshot.count(snapshot.parse(query)), query);
                }
            }
        }
    }

    private static boolean matches(RandomRecords.Made record, String query) {
        return switch (query) {
            case "" -> true;
            case "alpha" -> record.word() == 0;
            case "alpha OR beta OR gamma" -> record.word() < 3;
            case "host:fe01 level:error" -> record.host().equals("FE01") && record.level().word().equals("error");
            case "status:[0 TO 300]" -> record.status() >= 0 && record.status() <= 300;
            default -> false;
        };
    }

    private static void compare(RecordRows rows, List<RecordPosition> expected, RandomRecords random) throws IOException {
        assertEquals(expected.size(), rows.size());
        assertEquals(expected, positions(rows.rows(0, expected.size() + 10)));
        assertTrue(rows.rows(expected.size(), 10).isEmpty());
        for (int i = 0; i < 40 && !expected.isEmpty(); i++) {
            int first = random.next(expected.size());
            int count = 1 + random.next(20);
            assertEquals(expected.subList(first, Math.min(expected.size(), first + count)), positions(rows.rows(first, count)));
            RecordPosition one = expected.get(first);
            assertEquals(OptionalLong.of(first), rows.rowOf(one.source(), one.offset()));
            assertEquals(OptionalLong.empty(), rows.rowOf(one.source(), one.offset() + 1));
            assertEquals(expected.stream().filter(position -> position.time() < one.time()).count(), rows.rowAt(one.time()));
        }
    }

    @Test
    void thousandsOfRecordsOfOneTimeAreReachedAtOnceToo() throws Exception {
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, (source, offset, length) -> "")) {
            List<RecordPosition> expected = new ArrayList<>();
            for (int i = 0; i < 9000; i++) {
                index.add(i % 3, new TestRecord(i).text("no time"));
                expected.add(new RecordPosition(UtcTime.UNKNOWN, i % 3, i));
                if (i % 2500 == 0) {
                    index.refresh();
                }
            }
            index.refresh();
            expected.sort(null);
            try (IndexSnapshot snapshot = index.snapshot()) {
                compare(snapshot.rows(RecordQuery.all()), expected, new RandomRecords(7, 100));
                assertEquals(Optional.empty(), snapshot.range(RecordQuery.all()));
            }
        }
    }

    @Test
    void pagesByCursorComeToTheSameRecordsInBothDirections() throws Exception {
        RandomRecords made = new RandomRecords(11, 2000);
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, (source, offset, length) -> "")) {
            made.addTo(index, 5);
            List<RecordPosition> expected = made.inOrder().stream().filter(record -> record.word() == 1).map(RandomRecords.Made::position).toList();
            try (IndexSnapshot snapshot = index.snapshot()) {
                RecordQuery query = snapshot.parse("beta");
                List<RecordPosition> forward = new ArrayList<>();
                Optional<RecordPosition> cursor = Optional.empty();
                List<IndexedRecord> page = snapshot.after(query, cursor, 17);
                while (!page.isEmpty()) {
                    forward.addAll(positions(page));
                    page = snapshot.after(query, Optional.of(page.getLast().position()), 17);
                }
                assertEquals(expected, forward);
                List<RecordPosition> backward = new ArrayList<>();
                page = snapshot.before(query, cursor, 17);
                while (!page.isEmpty()) {
                    backward.addAll(positions(page));
                    page = snapshot.before(query, Optional.of(page.getLast().position()), 17);
                }
                assertEquals(expected.reversed(), backward);
            }
        }
    }

    @Test
    void rowsStayAsTheyWereWhileMoreIsWritten() throws Exception {
        RandomRecords made = new RandomRecords(12, 500);
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, (source, offset, length) -> "")) {
            made.addTo(index, 2);
            try (IndexSnapshot snapshot = index.snapshot()) {
                RecordRows rows = snapshot.rows(RecordQuery.all());
                index.add(9, new TestRecord(1).time(RandomRecords.START).text("later"));
                index.deleteSource(0);
                assertTrue(index.refresh());
                assertEquals(made.inOrder().stream().map(RandomRecords.Made::position).toList(), positions(rows.rows(0, 1000)));
            }
            List<RecordPosition> left = new ArrayList<>(made.inOrder().stream().map(RandomRecords.Made::position).filter(position -> position.source() != 0).toList());
            left.add(new RecordPosition(RandomRecords.START, 9, 1));
            left.sort(null);
            try (IndexSnapshot snapshot = index.snapshot()) {
                compare(snapshot.rows(RecordQuery.all()), left, made);
            }
        }
    }

    @Test
    void aScanComesInOrderAndStopsWhenToldTo() throws Exception {
        RandomRecords made = new RandomRecords(13, 1000);
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, (source, offset, length) -> "")) {
            made.addTo(index, 4);
            try (IndexSnapshot snapshot = index.snapshot()) {
                List<RecordPosition> seen = new ArrayList<>();
                snapshot.scan(RecordQuery.all(), record -> seen.add(record.position()) && seen.size() < 700);
                assertEquals(made.inOrder().stream().limit(700).map(RandomRecords.Made::position).toList(), seen);
                TimeRange known = new TimeRange(RandomRecords.START, made.inOrder().getLast().position().time() + 1);
                assertEquals(known.to(), snapshot.range(RecordQuery.all()).orElseThrow().to());
            }
        }
    }

    @Test
    void aSearchEndsWhenItIsCancelled() throws Exception {
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, (source, offset, length) -> "")) {
            new RandomRecords(14, 100).addTo(index, 1);
            try (IndexSnapshot snapshot = index.snapshot()) {
                RecordQuery query = snapshot.parse("alpha OR beta");
                assertThrows(CancellationException.class, () -> snapshot.rows(query, () -> true));
            }
        }
    }
}

package org.traceweave.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;

class RecordIndexTest {

    private static final RecordText NO_TEXT = (source, offset, length) -> "";

    @TempDir
    private Path directory;

    private RecordIndex open() throws IOException {
        return RecordIndex.openForWriting(directory, RecordField.STANDARD, NO_TEXT);
    }

    private static long size(RecordIndex index) throws IOException {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.size();
        }
    }

    @Test
    void aRecordComesBackWithAllThatWasKnownOfIt() throws Exception {
        try (RecordIndex index = open()) {
            index.add(3, TestRecord.at("2018-01-14T11:24:35.1234567Z", 1L << 40).text("words").host("FE01").component("SIPStack").level(Level.WARNING).ids(0xF98, 0)
                    .kind(RecordKind.SIP).mark(CertificateMark.TLS).mark(CertificateMark.DER).with(RecordField.SUBJECT, "CN=First").with(RecordField.STATUS, 401L)
                    .with(RecordField.SUBJECT, "CN=Second").with(RecordField.STATUS, 403L).with(RecordField.USER, "").with(RecordField.CALL_ID, "ABCDEF0123456789"));
            index.add(3, new TestRecord(7).text("bare"));
            assertTrue(index.refresh());
            assertFalse(index.refresh());
            try (IndexSnapshot snapshot = index.snapshot()) {
                IndexedRecord full = snapshot.find(3, 1L << 40).orElseThrow();
                assertEquals(new IndexedRecord(3, 1L << 40, 5, UtcTime.parse("2018-01-14T11:24:35.1234567Z"), Optional.of("FE01"), Optional.of("SIPStack"),
                        Optional.of(Level.WARNING), 0xF98, 0, RecordKind.SIP, 1 << CertificateMark.TLS.ordinal() | 1 << CertificateMark.DER.ordinal(),
                        Map.of(RecordField.SUBJECT, "CN=First", RecordField.STATUS, 401L, RecordField.CALL_ID, "ABCDEF0123456789")), full);
                assertEquals(List.of(RecordField.CALL_ID, RecordField.STATUS, RecordField.SUBJECT), List.copyOf(full.fields().keySet()));
                IndexedRecord bare = snapshot.find(3, 7).orElseThrow();
                assertEquals(new IndexedRecord(3, 7, 4, UtcTime.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), -1, -1, RecordKind.TRACE, 0, Map.of()), bare);
                assertEquals(Optional.empty(), snapshot.find(3, 8));
                assertEquals(1, snapshot.count(RecordQuery.keyword(RecordField.SUBJECT, "cn=second")));
                assertEquals(1, snapshot.count(RecordQuery.number(RecordField.STATUS, 403)));
                assertEquals(1, snapshot.count(RecordQuery.keyword(RecordField.CALL_ID, "abcdef0123456789")));
                assertEquals(1, snapshot.count(RecordQuery.marked(1 << CertificateMark.DER.ordinal())));
            }
        }
    }

    @Test
    void onlyOneWriterHasTheIndexAndReadersStillReadIt() throws Exception {
        try (RecordIndex index = open()) {
            assertThrows(IndexLockedException.class, this::open);
            try (RecordIndex reading = RecordIndex.openReadOnly(directory, RecordField.STANDARD, NO_TEXT)) {
                assertFalse(reading.isWritable());
                assertThrows(IllegalStateException.class, () -> reading.add(0, new TestRecord(0)));
                index.add(0, new TestRecord(0).text("first"));
                index.refresh();
                assertFalse(reading.refresh());
                index.commit(Map.of("part", "1"));
                assertEquals(0, size(reading));
                assertTrue(reading.refresh());
                assertEquals(1, size(reading));
                assertEquals(Map.of("part", "1"), reading.commitData());
            }
        }
        open().close();
    }

    @Test
    void whereThereIsNoIndexNothingCanBeRead() {
        assertThrows(NoSuchFileException.class, () -> RecordIndex.openReadOnly(directory, RecordField.STANDARD, NO_TEXT));
    }

    @Test
    void whatWasNotCommittedIsGoneAfterAnEndAndTheRestGoesOn() throws Exception {
        try (RecordIndex index = open()) {
            for (int i = 0; i < 100; i++) {
                index.add(1, new TestRecord(i).text("record " + i));
            }
            index.commit(Map.of("upTo", "100"));
            for (int i = 100; i < 150; i++) {
                index.add(1, new TestRecord(i).text("record " + i));
            }
            index.refresh();
            assertEquals(150, size(index));
        }
        try (RecordIndex index = open()) {
            assertEquals(Map.of("upTo", "100"), index.commitData());
            assertEquals(100, size(index));
            index.deleteRange(1, 90, 200);
            for (int i = 90; i < 200; i++) {
                index.add(1, new TestRecord(i).text("record " + i));
            }
            index.commit(Map.of("upTo", "200"));
            index.refresh();
            try (IndexSnapshot snapshot = index.snapshot()) {
                List<Long> offsets = new ArrayList<>();
                snapshot.scan(RecordQuery.all(), record -> offsets.add(record.offset()));
                assertEquals(java.util.stream.LongStream.range(0, 200).boxed().toList(), offsets);
            }
            index.deleteSource(1);
            index.add(2, new TestRecord(0).text("other"));
            index.refresh();
            assertEquals(1, size(index));
        }
    }

    @Test
    void recordsThatWaitToBeWrittenAreRemovedToo() throws Exception {
        try (RecordIndex index = open()) {
            index.add(1, new TestRecord(10).text("early"));
            index.add(1, new TestRecord(20).text("late"));
            index.add(2, new TestRecord(20).text("elsewhere"));
            index.deleteRange(1, 15, 25);
            index.refresh();
            try (IndexSnapshot snapshot = index.snapshot()) {
                assertEquals(Map.of(1, 1L, 2, 1L), snapshot.sourceCounts());
            }
        }
    }

    @Test
    void removingRecordsBetweenOthersLeavesExactlyTheOthers() throws Exception {
        RandomRecords made = new RandomRecords(41, 2000);
        try (RecordIndex index = open()) {
            Set<RecordPosition> left = new TreeSet<>();
            for (RandomRecords.Made one : made.inOrder()) {
                RecordPosition at = one.position();
                index.add(at.source(), one.content());
                left.add(at);
                if (made.next(7) == 0) {
                    index.deleteRange(at.source(), Math.max(0, at.offset() - 300), at.offset() + 1);
                    left.removeIf(other -> other.source() == at.source() && other.offset() >= at.offset() - 300 && other.offset() <= at.offset());
                }
                if (made.next(400) == 0) {
                    index.refresh();
                }
            }
            index.refresh();
            try (IndexSnapshot snapshot = index.snapshot()) {
                List<RecordPosition> found = new ArrayList<>();
                snapshot.scan(RecordQuery.all(), record -> found.add(record.position()));
                assertEquals(List.copyOf(left), found);
                assertEquals(left.size(), snapshot.count(snapshot.parse("record")));
                assertEquals(left.size(), snapshot.count(snapshot.parse("host:fe00 OR host:fe01 OR host:fe02")));
            }
        }
    }

    @Test
    void aSnapshotOutlivesTheIndex() throws Exception {
        RecordIndex index = open();
        index.add(1, new TestRecord(10).text("kept"));
        index.refresh();
        IndexSnapshot snapshot = index.snapshot();
        index.close();
        assertEquals(1, snapshot.count(snapshot.parse("kept")));
        snapshot.close();
        assertThrows(IllegalStateException.class, () -> snapshot.count(RecordQuery.all()));
    }

    @Test
    void severalThreadsAddWhileOthersRead() throws Exception {
        int threads = 4;
        int each = 2000;
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(threads + 1);
        try (RecordIndex index = open()) {
            Future<Long> reader = pool.submit(() -> {
                long last = 0;
                while (!done.get()) {
                    index.refresh();
                    long now = size(index);
                    assertTrue(now >= last);
                    last = now;
                }
                return last;
            });
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int source = t;
                writers.add(() -> {
                    for (int i = 0; i < each; i++) {
                        index.add(source, new TestRecord(i).time(i).text("record " + i + " of " + source));
                    }
                    return each;
                });
            }
            for (Future<Integer> writer : pool.invokeAll(writers)) {
                assertEquals(each, writer.get());
            }
            done.set(true);
            reader.get();
            index.refresh();
            assertEquals((long) threads * each, size(index));
        } finally {
            pool.shutdown();
        }
    }
}

package org.traceweave.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.traceweave.cases.CaseRecords.all;
import static org.traceweave.cases.CaseRecords.ids;
import static org.traceweave.cases.CaseRecords.imported;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.cases.internal.ImportPace;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Evidence;
import org.traceweave.model.Source;
import org.traceweave.model.SourceStatus;
import org.traceweave.model.TraceRecord;
import org.traceweave.readers.ReaderRegistry;
import org.traceweave.readers.sip.ClsReader;

class ImportTest {

    /** Small parts, so that small sources have many. */
    private static final ImportPace SMALL_PARTS =
            new ImportPace(2, 4096, Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofMillis(5));

    @TempDir
    Path folder;

    private Case opened;

    @BeforeEach
    void create() throws IOException {
        opened = Case.create(folder.resolve("room.case"), TestReaders.all());
    }

    @AfterEach
    void close() throws IOException {
        opened.close();
    }

    private ImportOutcome inSmallParts(Path... paths) throws CaseException {
        return opened.importSources(List.of(paths), ImportProgress.NONE, new CancelSignal(), SMALL_PARTS);
    }

    @Test
    void aSourceIsIndexedWholeAndItsRecordsReadBack() throws IOException {
        Path trace = new TraceText("FE01").records(0, 500).write(folder.resolve("logs/fe01.log"));
        ImportOutcome outcome = inSmallParts(trace);
        Source source = outcome.sources().getFirst();
        assertEquals(List.of(), outcome.problems());
        assertEquals("fe01.log", source.source());
        assertEquals(Optional.of("cls"), source.format());
        assertEquals(SourceStatus.COMPLETE, source.status());
        assertEquals(500, source.records());
        assertEquals(0, source.duplicates());
        assertEquals(List.of("FE01"), source.hosts());
        assertEquals(Files.size(trace), source.bytes());
        List<IndexedRecord> records = all(opened);
        assertEquals(500, records.size());
        TraceRecord record = opened.record(records.get(123));
        assertTrue(record.text().contains("record number n123 for"), record.text());
        assertEquals("room", record.caseName());
        byte[] bytes = opened.bytes(record.evidence());
        assertTrue(new String(bytes, StandardCharsets.UTF_8).startsWith("TL_INFO"));
        assertEquals(records.get(123), opened.find(record.evidence()).orElseThrow());
        assertEquals(records.get(123), opened.find(record.id()).orElseThrow());
    }

    @Test
    void theHashIsThatOfTheFile() throws Exception {
        Path trace = new TraceText("FE01").records(0, 500).write(folder.resolve("fe01.log"));
        String sha256 = inSmallParts(trace).sources().getFirst().sha256().orElseThrow();
        assertEquals(java.util.HexFormat.of().formatHex(
                java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(trace))), sha256);
    }

    @Test
    void theSameSourceAgainDoesNothing() throws IOException {
        Path trace = new TraceText("FE01").records(0, 100).write(folder.resolve("fe01.log"));
        imported(opened, trace);
        List<String> before = ids(opened);
        String fingerprint = opened.fingerprint();
        ImportOutcome again = imported(opened, trace);
        assertEquals(1, again.sources().size());
        assertEquals(List.of(), again.problems());
        assertEquals(before, ids(opened));
        assertEquals(fingerprint, opened.fingerprint());
    }

    @Test
    void aTouchedSourceWithTheSameBytesIsNotReadAgain() throws IOException {
        Path trace = new TraceText("FE01").records(0, 100).write(folder.resolve("fe01.log"));
        imported(opened, trace);
        int number = opened.sourceNumber("fe01.log").orElseThrow();
        Files.setLastModifiedTime(trace, FileTime.fromMillis(1_000_000));
        imported(opened, trace);
        assertEquals(number, opened.sourceNumber("fe01.log").orElseThrow());
    }

    @Test
    void aChangedSourceIsReadAgain() throws IOException {
        Path trace = new TraceText("FE01").records(0, 100).write(folder.resolve("fe01.log"));
        imported(opened, trace);
        String fingerprint = opened.fingerprint();
        new TraceText("FE01").records(100, 150).append(trace);
        Files.setLastModifiedTime(trace, FileTime.fromMillis(2_000_000));
        Source source = imported(opened, trace).sources().getFirst();
        assertEquals(150, source.records());
        assertEquals(150, all(opened).size());
        assertEquals(1, opened.sources().size());
        assertFalse(fingerprint.equals(opened.fingerprint()));
    }

    @Test
    void theSameBytesUnderAnotherNameAreSaidAndNotIndexedTwice() throws IOException {
        Path trace = new TraceText("FE01").records(0, 100).write(folder.resolve("fe01.log"));
        Path copy = new TraceText("FE01").records(0, 100).write(folder.resolve("copy of fe01.log"));
        imported(opened, trace);
        ImportOutcome outcome = imported(opened, copy);
        assertEquals(List.of("copy of fe01.log is the same as fe01.log, byte for byte: it was not imported twice."), outcome.problems());
        assertEquals(100, all(opened).size());
    }

    @Test
    void aMovedSourceIsFoundAgainByItsBytes() throws IOException {
        Path trace = new TraceText("FE01").records(0, 100).write(folder.resolve("fe01.log"));
        imported(opened, trace);
        Path moved = Files.move(trace, folder.resolve("moved.log"));
        IndexedRecord record = all(opened).getFirst();
        CaseException gone = assertThrows(CaseException.class, () -> opened.text(record));
        assertEquals("fe01.log is no longer at " + trace + ": put it back, or import it from where it is now.", gone.getMessage());
        assertEquals(List.of(), imported(opened, moved).problems());
        assertTrue(opened.text(record).contains("record number n0 "));
    }

    @Test
    void aSourceThatChangedAfterImportIsNotQuoted() throws IOException {
        Path trace = new TraceText("FE01").records(0, 100).write(folder.resolve("fe01.log"));
        imported(opened, trace);
        new TraceText("FE01").records(50, 150).write(trace);
        Files.setLastModifiedTime(trace, FileTime.fromMillis(2_000_000));
        Evidence evidence = opened.evidence(all(opened).getFirst());
        CaseException changed = assertThrows(CaseException.class, () -> opened.bytes(evidence));
        assertEquals("fe01.log changed since it was imported: import it again.", changed.getMessage());
    }

    @Test
    void aSecondSearchAppendedToAnExportIsCountedAndIndexedOnce() throws IOException {
        Path trace = new TraceText("FE01").records(0, 400).records(300, 500).write(folder.resolve("fe01.log"));
        Source source = inSmallParts(trace).sources().getFirst();
        assertEquals(600, source.records());
        assertEquals(100, source.duplicates());
        assertEquals(500, all(opened).size());
    }

    @Test
    void overlappingExportsAreIndexedOnceWhateverIsReadAtTheSameTime() throws IOException {
        Path first = new TraceText("FE01").records(0, 300).write(folder.resolve("a.log"));
        Path second = new TraceText("FE01").records(200, 500).write(folder.resolve("b.log"));
        Path third = new TraceText("FE02").records(0, 500).write(folder.resolve("c.log"));
        List<Source> sources = inSmallParts(first, second, third).sources();
        assertEquals(List.of(0L, 100L, 0L), sources.stream().map(Source::duplicates).toList());
        assertEquals(List.of(300L, 300L, 500L), sources.stream().map(Source::records).toList());
        List<IndexedRecord> records = all(opened);
        assertEquals(1000, records.size());
        assertEquals(1000, new HashSet<>(ids(opened)).size());
        int b = opened.sourceNumber("b.log").orElseThrow();
        assertEquals(200, records.stream().filter(record -> record.source() == b).count());
    }

    @Test
    void anOverlapWithAnEarlierImportIsFoundAfterReopening() throws IOException {
        inSmallParts(new TraceText("FE01").records(0, 300).write(folder.resolve("a.log")));
        opened.close();
        opened = Case.open(folder.resolve("room.case"), TestReaders.all());
        Source second = inSmallParts(new TraceText("FE01").records(200, 500).write(folder.resolve("b.log"))).sources().getFirst();
        assertEquals(100, second.duplicates());
        assertEquals(500, all(opened).size());
    }

    @Test
    void whenAnOriginalGoesItsDuplicatesComeBack() throws IOException {
        Path first = new TraceText("FE01").records(0, 300).write(folder.resolve("a.log"));
        Path second = new TraceText("FE01").records(200, 500).write(folder.resolve("b.log"));
        inSmallParts(first, second);
        new TraceText("FE01").records(0, 100).write(first);
        Files.setLastModifiedTime(first, FileTime.fromMillis(2_000_000));
        inSmallParts(first);
        assertEquals(400, all(opened).size());
        assertEquals(List.of(0L, 0L), opened.sources().stream().map(Source::duplicates).toList());
    }

    @Test
    void aFolderIsExpandedInOrderAndArchivesAreUnpacked() throws IOException {
        new TraceText("FE01").records(0, 50).write(folder.resolve("logs/b/fe01.log"));
        new TraceText("FE02").records(0, 50).write(folder.resolve("logs/a/fe02.log"));
        Path zip = folder.resolve("logs/bundle.zip");
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("srv/fe03.log"));
            out.write(new TraceText("FE03").records(0, 50).toString().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        ImportOutcome outcome = imported(opened, folder.resolve("logs"));
        assertEquals(List.of(), outcome.problems());
        assertEquals(List.of("a/fe02.log", "b/fe01.log", "bundle.zip!/srv/fe03.log"),
                outcome.sources().stream().map(Source::source).toList());
        assertEquals(150, all(opened).size());
        IndexedRecord member = opened.find("bundle.zip!/srv/fe03.log", 0).orElseThrow();
        assertTrue(opened.text(member).contains("POOL01\\FE03"));
        List<String> before = ids(opened);
        imported(opened, folder.resolve("logs"));
        assertEquals(before, ids(opened));
        assertEquals(3, opened.sources().size());
    }

    @Test
    void whatCannotBeImportedIsSaidInOneSentenceEachAndTheRestIs() throws IOException {
        Path good = new TraceText("FE01").records(0, 50).write(folder.resolve("good.log"));
        Path unknown = Files.write(folder.resolve("photo.raw"), new byte[] {0, 1, 2, 3, 0, 0, 9});
        Path empty = Files.write(folder.resolve("empty.log"), new byte[0]);
        ImportOutcome outcome = imported(opened, folder.resolve("missing.log"), unknown, empty, good);
        assertEquals(List.of(
                folder.resolve("missing.log") + " does not exist: check the path.",
                "photo.raw is of no known format: it was left out; the formats that can be read are listed by \"formats\".",
                "empty.log is empty."), outcome.problems());
        assertEquals(List.of(SourceStatus.UNRECOGNISED, SourceStatus.UNRECOGNISED, SourceStatus.COMPLETE),
                outcome.sources().stream().map(Source::status).toList());
        assertEquals(50, all(opened).size());
    }

    @Test
    void aFolderThatMayNotBeReadIsSaidAndTheRestIsImported() throws IOException {
        new TraceText("FE01").records(0, 50).write(folder.resolve("logs/fe01.log"));
        Path closed = Files.createDirectories(folder.resolve("logs/closed"));
        assumeTrue(closed.toFile().setReadable(false) && closed.toFile().setExecutable(false) && !Files.isReadable(closed),
                "this user may read everything");
        try {
            ImportOutcome outcome = imported(opened, folder.resolve("logs"));
            assertEquals(List.of("The folder " + closed
                    + " may not be read by this user: ask for read access or copy it to a place you own."), outcome.problems());
            assertEquals(50, all(opened).size());
        } finally {
            assertTrue(closed.toFile().setReadable(true) && closed.toFile().setExecutable(true));
        }
    }

    @Test
    void recordsCanBeFoundWhileTheImportGoesOn() throws IOException {
        Path trace = new TraceText("FE01").records(0, 3000).write(folder.resolve("fe01.log"));
        CountDownLatch found = new CountDownLatch(1);
        ReaderRegistry readers = new ReaderRegistry(List.of(new ReaderRegistry.Contribution(new GatedReader(new ClsReader(), found), "test")));
        List<Long> sizes = new ArrayList<>();
        try (Case gated = Case.create(folder.resolve("gated.case"), readers)) {
            ImportProgress progress = new ImportProgress() {
                @Override
                public void searchable() {
                    try (IndexSnapshot snapshot = gated.snapshot()) {
                        sizes.add(snapshot.size());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    found.countDown();
                }
            };
            gated.importSources(List.of(trace), progress, new CancelSignal(), SMALL_PARTS);
        }
        assertTrue(sizes.getFirst() > 0 && sizes.getFirst() < 3000, sizes.toString());
        assertEquals(3000, sizes.getLast());
    }

    @Test
    void aReaderOfAPlugInThatFailsHidesNoOther() throws IOException {
        Path trace = new TraceText("FE01").records(0, 50).write(folder.resolve("fe01.log"));
        ReaderRegistry readers = TestReaders.all().with(List.of(new ReaderRegistry.Contribution(new BrokenReader(), "com.example.broken")));
        try (Case with = Case.create(folder.resolve("with.case"), readers)) {
            ImportOutcome outcome = imported(with, trace);
            assertEquals(List.of("The reader broken of com.example.broken failed on fe01.log "
                    + "(java.lang.IllegalStateException: it is broken): it was left out for this source."), outcome.problems());
            assertEquals(SourceStatus.COMPLETE, outcome.sources().getFirst().status());
            assertEquals(50, all(with).size());
        }
    }

    @Test
    void anIndexIsBuiltAgainFromItsSources() throws IOException {
        new TraceText("FE01").records(0, 300).write(folder.resolve("logs/a/fe01.log"));
        new TraceText("FE01").records(200, 500).write(folder.resolve("logs/b/fe01.log"));
        inSmallParts(folder.resolve("logs"));
        List<String> before = ids(opened);
        List<Source> sources = opened.sources();
        opened.close();
        opened = Case.rebuild(folder.resolve("room.case"), TestReaders.all());
        assertTrue(opened.hasUnfinishedSources());
        assertEquals(List.of(), ids(opened));
        opened.importUnfinished(ImportProgress.NONE, new CancelSignal());
        assertFalse(opened.hasUnfinishedSources());
        assertEquals(before, ids(opened));
        assertEquals(sources, opened.sources());
    }

    @Test
    void theSamplesTruthIsNoSource() throws IOException {
        new TraceText("FE01").records(0, 50).write(folder.resolve("logs/fe01.log"));
        Files.writeString(folder.resolve("logs/truth.json"), "{\n  \"story\" : \"quiet-day\",\n  \"seed\" : 1\n}");
        ImportOutcome outcome = imported(opened, folder.resolve("logs"));
        assertEquals(List.of("fe01.log"), outcome.sources().stream().map(Source::source).toList());
        assertEquals(List.of(), outcome.problems());
    }

    @Test
    void aCancelledImportKeepsWholePartsAndGoesOnLater() throws IOException {
        Path trace = new TraceText("FE01").records(0, 2000).write(folder.resolve("fe01.log"));
        CancelSignal cancel = new CancelSignal();
        CountDownLatch gate = new CountDownLatch(1);
        ReaderRegistry readers = new ReaderRegistry(List.of(new ReaderRegistry.Contribution(new GatedReader(new ClsReader(), gate), "test")));
        ImportProgress progress = new ImportProgress() {
            @Override
            public void searchable() {
                cancel.cancel();
                gate.countDown();
            }
        };
        opened.close();
        opened = Case.open(folder.resolve("room.case"), readers);
        ImportOutcome outcome = opened.importSources(List.of(trace), progress, cancel, SMALL_PARTS);
        assertTrue(outcome.sources().getFirst().records() > 0 && outcome.sources().getFirst().records() < 2000);
        assertTrue(outcome.cancelled());
        assertEquals(outcome.sources().getFirst().records(), all(opened).size());
        opened.close();
        opened = Case.open(folder.resolve("room.case"), TestReaders.all());
        Source source = inSmallParts(trace).sources().getFirst();
        assertEquals(SourceStatus.COMPLETE, source.status());
        assertEquals(2000, source.records());
        assertEquals(2000, new HashSet<>(ids(opened)).size());
        assertEquals(2000, all(opened).size());
    }

    @Test
    void idsAreThoseOfTheBytesAndNotOfTheFolder() throws IOException {
        imported(opened, new TraceText("FE01").records(0, 50).write(folder.resolve("x/fe01.log")));
        try (Case other = Case.create(folder.resolve("other.case"), TestReaders.all())) {
            imported(other, new TraceText("FE01").records(0, 50).write(folder.resolve("y/renamed.log")));
            assertEquals(ids(opened), ids(other));
        }
    }

    @Test
    void aZoneTheUserNamesMovesTheRecords() throws IOException {
        imported(opened, new TraceText("FE01").records(0, 50).write(folder.resolve("fe01.log")));
        long before = all(opened).getFirst().time();
        opened.setZone("fe01.log", 3600, ImportProgress.NONE, new CancelSignal());
        List<IndexedRecord> after = all(opened);
        assertEquals(50, after.size());
        assertEquals(before - 3600 * 1_000_000_000L, after.getFirst().time());
        assertEquals(3600.0, opened.sources().getFirst().clocks().getFirst().offsetSeconds());
    }

    @Test
    void aSourceIsFoundByItsNameItsPathOrTheEndOfItsName() throws IOException {
        Path trace = new TraceText("FE01").records(0, 5).write(folder.resolve("logs/b/fe01.log"));
        imported(opened, folder.resolve("logs"));
        Optional<Integer> number = opened.sourceNumber("b/fe01.log");
        assertTrue(number.isPresent());
        assertEquals(number, opened.sourceNumber(trace.toString()));
        assertEquals(number, opened.sourceNumber("fe01.log"));
        assertEquals(Optional.empty(), opened.sourceNumber("01.log"));
    }
}

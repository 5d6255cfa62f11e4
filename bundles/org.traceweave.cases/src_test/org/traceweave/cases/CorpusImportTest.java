package org.traceweave.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.traceweave.cases.CaseRecords.all;
import static org.traceweave.cases.CaseRecords.imported;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.DamageKind;
import org.traceweave.model.RecordKind;
import org.traceweave.model.Source;
import org.traceweave.model.SourceStatus;

/** Real event logs, imported into a case. Skipped where they do not stand beside the checkout. */
class CorpusImportTest {

    private static final Path CORPUS =
            Path.of(System.getProperty("traceweave.corpus", "../../../shared/corpus")).resolve("windows").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private static Path[] logs() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus");
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".evtx")).sorted().toArray(Path[]::new);
        }
    }

    @Test
    void everyEventLogHasItsRecordsAndAllThatIsToldOfThemIsInTheIndex() throws IOException {
        Path[] logs = logs();
        try (Case opened = Case.create(folder.resolve("corpus.case"), TestReaders.all())) {
            ImportOutcome outcome = imported(opened, logs);
            Map<String, Long> records = new TreeMap<>();
            outcome.sources().forEach(source -> records.put(source.source(), source.records()));
            assertEquals(expected(), records);
            long told = outcome.sources().stream().mapToLong(source -> source.records() + source.recovered() - source.duplicates()).sum();
            List<IndexedRecord> indexed = all(opened);
            assertEquals(told, indexed.size());
            for (int i = 0; i < indexed.size(); i += 97) {
                assertEquals(RecordKind.WINDOWS_EVENT, indexed.get(i).kind());
                assertEquals(indexed.get(i).time(), opened.windowsEvent(indexed.get(i)).time());
            }
        }
    }

    private static Map<String, Long> expected() throws IOException {
        List<String> lines = Files.readAllLines(CORPUS.resolve("expected/summary.tsv"));
        int column = Arrays.asList(lines.getFirst().split("\t")).indexOf("records_ok");
        Map<String, Long> expected = new TreeMap<>();
        lines.stream().skip(1).map(line -> line.split("\t")).forEach(cells -> expected.put(cells[0], Long.parseLong(cells[column])));
        return expected;
    }

    @Test
    void aTruncatedEventLogIsSaidInOneSentenceAndTheRestOfItIsThere() throws IOException {
        Path whole = logs()[0].resolveSibling("system-pyevtx.evtx");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("System.evtx"), Arrays.copyOf(bytes, 300_000));
        Path trace = new TraceText("FE01").records(0, 20).write(folder.resolve("fe01.log"));
        try (Case opened = Case.create(folder.resolve("cut.case"), TestReaders.all())) {
            ImportOutcome outcome = imported(opened, cut, trace);
            Source source = outcome.sources().getFirst();
            assertEquals(SourceStatus.PARTIAL, source.status());
            assertEquals(DamageKind.TRUNCATED, source.damage().getFirst().kind());
            assertTrue(source.records() > 300, source.records() + " records");
            assertEquals(1, outcome.problems().size(), outcome.problems().toString());
            assertTrue(outcome.problems().getFirst().startsWith("System.evtx is damaged at byte "), outcome.problems().getFirst());
            assertEquals(SourceStatus.COMPLETE, outcome.sources().get(1).status());
            assertEquals(source.records() + source.recovered() - source.duplicates() + 20, all(opened).size());
        }
    }
}

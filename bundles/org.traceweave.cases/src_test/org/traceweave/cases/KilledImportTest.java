package org.traceweave.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.cases.internal.CaseFolder;
import org.traceweave.model.Source;

/** An import may be killed at any moment: the case opens, and importing again completes it, without loss and without duplicates. */
class KilledImportTest {

    private static final int MOMENTS = 20;
    // some die while the case is being made
    private static final int AT_THE_START = 3;
    // a moment between two signs of life
    private static final long MOST_MICROS = 40_000;

    @TempDir
    Path folder;

    @Test
    void anImportKilledAtTwentyMomentsIsCompletedByImportingAgain() throws Exception {
        long seed = Long.getLong("traceweave.seed", System.nanoTime());
        System.err.println("seed " + seed + " (-Dtraceweave.seed=" + seed + " repeats it)");
        Random random = new Random(seed);
        Path logs = folder.resolve("logs");
        new TraceText("FE01").records(0, 3000).records(2500, 4000).write(logs.resolve("a.log"));
        new TraceText("FE01").records(3500, 6000).write(logs.resolve("b.log"));
        new TraceText("FE02").records(0, 2000).write(logs.resolve("c.log"));
        List<String> undisturbed;
        List<Source> sources;
        try (Case whole = Case.create(folder.resolve("whole.case"), TestReaders.all())) {
            sources = OtherProcess.imported(whole, logs).sources();
            undisturbed = CaseRecords.ids(whole);
        }
        assertEquals(8_000, undisturbed.size());
        int killed = 0;
        for (int moment = 0; moment < MOMENTS; moment++) {
            Path caseFolder = folder.resolve("killed" + moment + ".case");
            try (OtherProcess importing = OtherProcess.start("import", caseFolder.toString(), logs.toString())) {
                assertEquals("ready", importing.line());
                if (moment >= AT_THE_START) {
                    importing.awaitProgress(random.nextDouble());
                }
                killed += importing.killAfter(random.nextLong(MOST_MICROS)) ? 1 : 0;
            }
            check(caseFolder, logs, undisturbed, sources);
            CaseFolder.delete(caseFolder);
        }
        System.err.println(killed + " of " + MOMENTS + " imports were killed");
        assertTrue(killed > MOMENTS / 2, "only " + killed + " imports were killed");
    }

    private static void check(Path caseFolder, Path logs, List<String> undisturbed, List<Source> sources) throws IOException {
        try (Case opened = Case.openOrCreate(caseFolder, TestReaders.all())) {
            long finished = opened.sources().stream().mapToLong(Source::records).sum();
            List<Source> completed = OtherProcess.imported(opened, logs).sources();
            List<String> ids = CaseRecords.ids(opened);
            assertEquals(ids.size(), new HashSet<>(ids).size(), "duplicates after " + finished + " records");
            assertEquals(undisturbed, ids, "after " + finished + " records");
            assertEquals(sources, completed);
        }
        assertTrue(Files.exists(caseFolder.resolve("case.json")));
    }
}

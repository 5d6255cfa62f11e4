package org.traceweave.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    @TempDir
    Path folder;

    @Test
    void anImportKilledAtTwentyMomentsIsCompletedByImportingAgain() throws Exception {
        long seed = Long.getLong("traceweave.seed", System.nanoTime());
        System.err.println("seed " + seed + " (-Dtraceweave.seed=" + seed + " repeats it)");
        Random random = new Random(seed);
        Path logs = folder.resolve("logs");
        new TraceText("FE01").records(0, 9000).records(8000, 12000).write(logs.resolve("a.log"));
        new TraceText("FE01").records(11000, 16000).write(logs.resolve("b.log"));
        new TraceText("FE02").records(0, 6000).write(logs.resolve("c.log"));
        List<String> undisturbed;
        List<Source> sources;
        try (Case whole = Case.create(folder.resolve("whole.case"), TestReaders.all())) {
            sources = OtherProcess.imported(whole, logs).sources();
            undisturbed = CaseRecords.ids(whole);
        }
        assertEquals(22_000, undisturbed.size());
        long micros = duration(logs);
        int killed = 0;
        for (int moment = 0; moment < MOMENTS; moment++) {
            Path caseFolder = folder.resolve("killed" + moment + ".case");
            try (OtherProcess importing = OtherProcess.start("import", caseFolder.toString(), logs.toString())) {
                assertEquals("ready", importing.line());
                killed += importing.killAfter(random.nextLong(micros)) ? 1 : 0;
            }
            check(caseFolder, logs, undisturbed, sources);
            CaseFolder.delete(caseFolder);
        }
        System.err.println(killed + " of " + MOMENTS + " imports were killed, within " + micros / 1000 + " ms");
    }

    /** How long an undisturbed import takes in another process. */
    private long duration(Path logs) throws IOException {
        Path caseFolder = folder.resolve("timed.case");
        try (OtherProcess importing = OtherProcess.start("import", caseFolder.toString(), logs.toString())) {
            importing.line();
            long start = System.nanoTime();
            importing.line();
            return (System.nanoTime() - start) / 1000;
        }
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
        assertEquals(true, Files.exists(caseFolder.resolve("case.json")));
    }
}

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.json.CountForm;

class SharedCaseTest {

    @TempDir
    Path folder;

    private Path caseWith(int records) throws IOException {
        Path trace = new TraceText("FE01").records(0, records).write(folder.resolve("fe01.log"));
        try (Case created = Case.create(folder.resolve("room.case"), TestReaders.all())) {
            imported(created, trace);
        }
        return folder.resolve("room.case");
    }

    @Test
    void aCaseThatAnotherProcessHoldsOpensReadOnlyAndSaysSo() throws IOException {
        Path caseFolder = caseWith(50);
        try (OtherProcess other = OtherProcess.start("hold", caseFolder.toString())) {
            assertEquals("writable", other.line());
            try (Case opened = Case.open(caseFolder, TestReaders.all())) {
                assertTrue(opened.isReadOnly());
                assertEquals(50, all(opened).size());
                CaseException refused = assertThrows(CaseException.class, () -> imported(opened, folder.resolve("fe01.log")));
                assertEquals("The case room is open in another process: it is read-only here until that one closes it.",
                        refused.getMessage());
            }
        }
        try (Case opened = Case.open(caseFolder, TestReaders.all())) {
            assertFalse(opened.isReadOnly());
        }
    }

    @Test
    void aReaderSeesWhatTheWriterCommitsOnceItRefreshes() throws IOException {
        Path caseFolder = caseWith(50);
        Path more = new TraceText("FE02").records(0, 30).write(folder.resolve("fe02.log"));
        try (Case writer = Case.open(caseFolder, TestReaders.all()); Case reader = Case.open(caseFolder, TestReaders.all())) {
            assertTrue(reader.isReadOnly());
            imported(writer, more);
            assertEquals(50, all(reader).size());
            reader.refresh();
            assertEquals(80, all(reader).size());
            assertEquals(writer.sources(), reader.sources());
            assertEquals(writer.fingerprint(), reader.fingerprint());
        }
    }

    @Test
    void aCaseIsTheSameAfterReopening() throws IOException {
        Path caseFolder = caseWith(50);
        List<String> before;
        String fingerprint;
        try (Case opened = Case.openReadOnly(caseFolder, TestReaders.all())) {
            before = ids(opened);
            fingerprint = opened.fingerprint();
            assertTrue(opened.isReadOnly());
        }
        try (Case opened = Case.open(caseFolder, TestReaders.all())) {
            assertEquals(before, ids(opened));
            assertEquals(fingerprint, opened.fingerprint());
            assertEquals("room", opened.name());
        }
    }

    @Test
    void aTemporaryCaseIsGoneWhenClosedUnlessItWasSaved() throws IOException {
        Path trace = new TraceText("FE01").records(0, 50).write(folder.resolve("fe01.log"));
        Path lost;
        try (Case temporary = Case.temporary(TestReaders.all())) {
            imported(temporary, trace);
            lost = temporary.folder();
            assertTrue(temporary.isTemporary());
        }
        assertFalse(Files.exists(lost));
        Path saved = folder.resolve("saved.case");
        List<String> ids;
        try (Case temporary = Case.temporary(TestReaders.all())) {
            lost = temporary.folder();
            imported(temporary, trace);
            ids = ids(temporary);
            temporary.saveAs(saved);
            assertFalse(temporary.isTemporary());
            assertEquals("saved", temporary.name());
            assertEquals(ids, ids(temporary));
            imported(temporary, new TraceText("FE02").records(0, 10).write(folder.resolve("fe02.log")));
        }
        assertFalse(Files.exists(lost));
        try (Case opened = Case.open(saved, TestReaders.all())) {
            assertEquals(60, all(opened).size());
        }
    }

    @Test
    void whatIsNoCaseIsSaid() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertEquals(empty + " is no case: a case is a folder made by importing, with a file case.json in it.",
                assertThrows(CaseException.class, () -> Case.open(empty, TestReaders.all())).getMessage());
        Path missing = folder.resolve("missing.case");
        assertEquals(missing + " does not exist: check the path.",
                assertThrows(CaseException.class, () -> Case.open(missing, TestReaders.all())).getMessage());
        Path there = caseWith(1);
        assertEquals(there + " exists already: choose another name, or open it.",
                assertThrows(CaseException.class, () -> Case.create(there, TestReaders.all())).getMessage());
    }

    @Test
    void aFullDiskEndsTheImportWithASentenceAndTheCaseStaysUsable() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        Path caseFolder = caseWith(50);
        Path big = new TraceText("FE02").records(0, 40_000).write(folder.resolve("big.log"));
        // no file may grow over 64 KiB
        try (OtherProcess other = OtherProcess.start(List.of("ulimit -f 128"), "fill", caseFolder.toString(), big.toString())) {
            assertEquals("The disk that holds " + caseFolder + " is full: free some space and import again; what was imported before is kept.",
                    other.line());
            assertTrue(Integer.parseInt(other.line()) >= 50);
            assertEquals("writable", other.line());
        }
        try (Case opened = Case.open(caseFolder, TestReaders.all())) {
            imported(opened, big);
            assertEquals(40_050, all(opened).size());
        }
    }

    @Test
    void answersAreKeptUntilTheCaseChanges() throws IOException {
        Path caseFolder = caseWith(50);
        try (Case opened = Case.open(caseFolder, TestReaders.all())) {
            DerivedAnswers answers = new DerivedAnswers(opened, "1.0.0");
            String key = answers.key();
            assertEquals(Optional.empty(), answers.load("counts", key, CountForm.FORM));
            answers.store("counts", key, List.of(1L, 2L), CountForm.FORM);
            assertEquals(Optional.of(List.of(1L, 2L)), answers.load("counts", key, CountForm.FORM));
            assertEquals(Optional.empty(), new DerivedAnswers(opened, "1.0.1").load("counts",
                    new DerivedAnswers(opened, "1.0.1").key(), CountForm.FORM));
            imported(opened, new TraceText("FE02").records(0, 10).write(folder.resolve("fe02.log")));
            assertEquals(Optional.empty(), answers.load("counts", answers.key(), CountForm.FORM));
        }
        Files.writeString(caseFolder.resolve("derived/counts.jsonl"), "{\"answersFor\":");
        try (Case opened = Case.openReadOnly(caseFolder, TestReaders.all())) {
            DerivedAnswers answers = new DerivedAnswers(opened, "1.0.0");
            assertEquals(Optional.empty(), answers.load("counts", answers.key(), CountForm.FORM));
        }
    }
}

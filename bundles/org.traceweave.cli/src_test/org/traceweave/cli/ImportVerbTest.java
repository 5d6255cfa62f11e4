package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.Case;
import org.traceweave.cli.SampleOnDisk.Sample;
import org.traceweave.samples.ClsWriter;

/** {@code import}: what cannot be read is said, the rest is imported. */
@ExtendWith(SampleOnDisk.class)
class ImportVerbTest {

    @TempDir
    Path folder;

    private static byte[] trace(String says) {
        ClsWriter writer = new ClsWriter();
        writer.at("2018-10-16T11:00:00Z").trace(says);
        return writer.toBytes();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private Path lobby() {
        return folder.resolve("lobby.case");
    }

    @Test
    void printsOneSourceForEachFileOfAFolder() throws IOException {
        file("in/a.txt", trace("one"));
        file("in/deep/b.txt", trace("two"));
        assertEquals(List.of("a.txt", "deep/b.txt"), Answer.to("import", lobby(), folder.resolve("in"), "--json").values("source"));
    }

    @Test
    void theNameOfACaseNeedsNoSuffix() throws IOException {
        Answer.to("import", folder.resolve("lobby"), file("a.txt", trace("one"))).done();
        assertTrue(VerbSession.isCase(lobby()));
    }

    @Test
    void theSameSourceAgainDoesNothing() throws IOException {
        Path source = file("a.txt", trace("one"));
        Answer.to("import", lobby(), source).done();
        Answer.to("import", lobby(), source).done();
        assertEquals("1", Answer.to("search", lobby(), "", "--count").done().out().strip());
    }

    @Test
    void oneMissingFileAmongGoodOnesIsSaidAndIsNoFailure() throws IOException {
        Answer answer = Answer.to("import", lobby(), folder.resolve("no.txt"), file("a.txt", trace("one")), "--json");
        assertEquals(List.of("complete"), answer.values("status"));
        assertTrue(answer.err().contains("no.txt does not exist"));
    }

    @Test
    void onlyMissingFilesFailAndLeaveNoCase() {
        String said = Answer.to("import", lobby(), folder.resolve("no.txt")).failure(CommandLine.FAILED);
        assertTrue(said.contains("no.txt does not exist"));
        assertFalse(Files.exists(lobby()));
    }

    @Test
    void anUnknownFormatAndAnEmptyFileAreSaid() throws IOException {
        Answer answer = Answer.to("import", lobby(), file("noise.bin", new byte[] {0, 1, 2, 0, (byte) 0xff}), file("empty.txt", new byte[0]),
                file("a.txt", trace("one"))).done();
        assertTrue(answer.err().contains("noise.bin is of no known format"));
        assertTrue(answer.err().contains("empty.txt is empty"));
    }

    @Test
    void nothingButUnknownFormatsFails() throws IOException {
        assertEquals(CommandLine.FAILED, Answer.to("import", lobby(), file("noise.bin", new byte[] {0, 1, 2, 0, (byte) 0xff})).status());
    }

    @Test
    void aTruncatedEventLogIsReadAsFarAsItGoes(Sample sample) throws IOException {
        byte[] whole = Files.readAllBytes(sample.source("EXCH01/Security.evtx"));
        Answer answer = Answer.to("import", lobby(), file("Security.evtx", Arrays.copyOf(whole, 100_000)), "--json");
        assertEquals(List.of("partial"), answer.values("status"));
        assertTrue(answer.err().contains("truncated"));
    }

    @Test
    void aLoopOfFoldersIsWalkedOnce() throws IOException {
        file("in/a.txt", trace("one"));
        Files.createSymbolicLink(folder.resolve("in/back"), folder.resolve("in"));
        assertEquals(List.of("a.txt"), Answer.to("import", lobby(), folder.resolve("in"), "--json").values("source"));
    }

    @Test
    void anArchiveIsReadLikeAFolder() throws IOException {
        Path zip = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream entries = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            entries.putNextEntry(new ZipEntry("FE01/a.txt"));
            entries.write(trace("packed"));
            entries.closeEntry();
        }
        assertEquals(List.of("bundle.zip!/FE01/a.txt"), Answer.to("import", lobby(), zip, "--json").values("source"));
        assertTrue(Answer.to("show", lobby(), "--source", "bundle.zip!/FE01/a.txt", "--offset", 0).done().out().contains("packed"));
    }

    @Test
    void aCaseThatIsOpenForWritingElsewhereIsNotTouched() throws IOException {
        Path source = file("a.txt", trace("one"));
        Answer.to("import", lobby(), source).done();
        try (Case held = Case.open(lobby(), Engine.standard().readers())) {
            assertFalse(held.isReadOnly());
            assertFalse(Answer.to("import", lobby(), file("b.txt", trace("two"))).failure(CommandLine.FAILED).isBlank());
            assertEquals("1", Answer.to("search", lobby(), "", "--count").done().out().strip());
        }
    }

    @Test
    void aFolderThatIsNoCaseIsLeftAlone() throws IOException {
        file("other.case/notes.txt", trace("one"));
        assertTrue(Answer.to("import", folder.resolve("other.case"), file("a.txt", trace("one"))).failure(CommandLine.FAILED).contains("other.case"));
    }

    @Test
    void progressIsPlainLinesOnStandardError() throws IOException {
        Answer answer = Answer.to("import", lobby(), file("a.txt", trace("one"))).done();
        assertTrue(answer.err().lines().allMatch(line -> line.matches("Importing: \\d+%, \\d+ records")), answer.err());
    }
}

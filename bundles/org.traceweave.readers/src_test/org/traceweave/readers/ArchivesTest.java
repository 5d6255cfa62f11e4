package org.traceweave.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.readers.Archives.Kind;
import org.traceweave.readers.Archives.Limits;
import org.traceweave.readers.Archives.Member;
import org.traceweave.readers.Archives.Unpacked;

class ArchivesTest {

    private static final byte[] CONTENT = "some words\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private Path zip(String... names) throws IOException {
        Path file = folder.resolve("bundle.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(CONTENT);
                out.closeEntry();
            }
        }
        return file;
    }

    private Path tar(String name, boolean gzip) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream raw = Files.newOutputStream(file);
                TarArchiveOutputStream out = new TarArchiveOutputStream(gzip ? new GZIPOutputStream(raw) : raw)) {
            TarArchiveEntry entry = new TarArchiveEntry("logs/System.evtx");
            entry.setSize(CONTENT.length);
            out.putArchiveEntry(entry);
            out.write(CONTENT);
            out.closeArchiveEntry();
        }
        return file;
    }

    private List<Unpacked> unpack(Path archive) throws IOException {
        return Archives.unpack(archive, folder.resolve("out"), Limits.DEFAULT, () -> false);
    }

    private void checkOneMember(Path archive, Kind kind, String name) throws IOException {
        assertEquals(Optional.of(kind), Archives.kind(archive));
        assertEquals(List.of(name), Archives.list(archive).stream().map(Member::name).toList());
        Unpacked unpacked = unpack(archive).getFirst();
        assertEquals(name, unpacked.member().name());
        assertEquals("some words\r\n", Files.readString(unpacked.file()));
    }

    @Test
    void aZipsFilesAreListedAndUnpacked() throws IOException {
        Path zip = zip("logs\\System.evtx");
        checkOneMember(zip, Kind.ZIP, "logs/System.evtx");
        assertEquals("bundle.zip!/logs/System.evtx", Archives.list(zip).getFirst().sourceName("bundle.zip"));
    }

    @Test
    void aTarIsListedAndUnpackedGzippedOrNot() throws IOException {
        checkOneMember(tar("a.tar", false), Kind.TAR, "logs/System.evtx");
        checkOneMember(tar("a.tgz", true), Kind.GZIP, "logs/System.evtx");
    }

    @Test
    void aGzippedFileIsItsOwnOnlyMember() throws IOException {
        Path file = folder.resolve("trace.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(CONTENT);
        }
        checkOneMember(file, Kind.GZIP, "trace.txt");
    }

    @Test
    void aSevenZipIsListedAndUnpacked() throws IOException {
        Path file = folder.resolve("a.7z");
        try (SevenZOutputFile out = new SevenZOutputFile(file.toFile())) {
            out.setContentCompression(SevenZMethod.DEFLATE);
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("System.evtx");
            out.putArchiveEntry(entry);
            out.write(CONTENT);
            out.closeArchiveEntry();
        }
        checkOneMember(file, Kind.SEVEN_ZIP, "System.evtx");
    }

    @Test
    void oneMemberAloneCanBeUnpacked() throws IOException {
        Path zip = zip("a.txt", "b.txt", "c.txt");
        assertEquals("b.txt", Archives.unpackMember(zip, "b.txt", folder.resolve("out"), Limits.DEFAULT, () -> false).orElseThrow().member().name());
        assertEquals(Optional.empty(), Archives.unpackMember(zip, "d.txt", folder.resolve("out"), Limits.DEFAULT, () -> false));
    }

    @Test
    void noMemberLandsOutsideTheFolder() throws IOException {
        Path zip = zip("../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "..", "a/../../b.txt");
        Path out = folder.resolve("out").toAbsolutePath();
        for (Unpacked unpacked : unpack(zip)) {
            assertEquals(out, unpacked.file().toAbsolutePath().normalize().getParent());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void anArchiveThatWasCutShortIsToldInWords() throws IOException {
        byte[] whole = Files.readAllBytes(tar("whole.tgz", true));
        Path cut = folder.resolve("cut.tgz");
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        IOException e = assertThrows(IOException.class, () -> unpack(cut));
        assertTrue(e.getMessage().contains("cut.tgz is damaged or cut short ("), e.getMessage());
        assertFalse(e.getMessage().contains("null"), e.getMessage());
    }

    @Test
    void aBombIsStopped() throws IOException {
        Path file = folder.resolve("bomb.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[10_000_000]);
        }
        for (Limits limits : List.of(new Limits(1_000_000, 10, 10_000, 0), new Limits(Long.MAX_VALUE, 10, 100, 1_000_000))) {
            IOException e = assertThrows(IOException.class, () -> Archives.unpack(file, folder.resolve("out"), limits, () -> false));
            assertTrue(e.getMessage().contains("bomb.gz!/bomb unpacks to far more"), e.getMessage());
        }
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertEquals(0, files.count());
        }
        Path many = zip("1", "2", "3");
        assertThrows(IOException.class, () -> Archives.unpack(many, folder.resolve("out"), new Limits(1000, 2, 1000, 1000), () -> false));
    }

    @Test
    void aDamagedArchiveIsNamedInOneSentence() throws IOException {
        for (Path good : List.of(zip("a.txt"), tar("b.tgz", true))) {
            byte[] bytes = Files.readAllBytes(good);
            Path cut = Files.write(folder.resolve("cut-" + good.getFileName()), java.util.Arrays.copyOf(bytes, bytes.length - 12));
            IOException e = assertThrows(IOException.class, () -> unpack(cut));
            assertTrue(e.getMessage().startsWith(cut + " is "), e.getMessage());
        }
    }

    @Test
    void cancellingStopsAndKeepsNothingHalfWritten() throws IOException {
        assertEquals(List.of(), Archives.unpack(zip("a.txt", "b.txt"), folder.resolve("out"), Limits.DEFAULT, () -> true));
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void otherFilesAreNoArchives() throws IOException {
        Path text = Files.write(folder.resolve("a.zip"), CONTENT);
        assertEquals(Optional.empty(), Archives.kind(text));
        assertThrows(IOException.class, () -> Archives.list(text));
        assertFalse(Archives.isArchiveName("System.evtx"));
        assertTrue(Archives.isArchiveName("Logs.ZIP"));
    }
}

package org.traceweave.analysis.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.SignIn;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.Stories;

/** What is kept of each source's messages gives the same sign-ins as reading them anew, whatever happened in between. */
class KeptMessagesTest {

    private static final long BYTES = 4L << 20;

    @TempDir
    private Path folder;
    private Case of;

    @BeforeEach
    void aSampleCase() throws IOException {
        of = Case.create(folder.resolve("of.case"), Engine.standard().readers());
        add("ntlm-and-friends", 5);
        assertEquals(anew(), kept("1"));
        assertTrue(files().size() >= 2, files()::toString);
    }

    @AfterEach
    void close() throws IOException {
        of.close();
    }

    private void add(String name, long seed) throws IOException {
        Path sources = folder.resolve(name);
        SampleCase.write(sources, Stories.all().get((int) seed % Stories.all().size()), BYTES, seed, false);
        of.importSources(List.of(sources), ImportProgress.NONE, new CancelSignal());
    }

    private List<SignIn> anew() throws IOException {
        List<SignIn> signIns = SignInReconstruction.of(of, new CancelSignal());
        assertTrue(signIns.size() > 50);
        return signIns;
    }

    private List<SignIn> kept(String version) throws IOException {
        return SignInReconstruction.of(of, version, new CancelSignal());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(of.derived().resolve("messages"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatIsKeptSaysTheSameAsTheSources() throws IOException {
        assertEquals(anew(), kept("1"));
    }

    @Test
    void aSourceThatIsAddedIsReadAndTheOthersAreNot() throws IOException {
        Path first = files().getFirst();
        byte[] before = Files.readAllBytes(first);
        Files.setLastModifiedTime(first, FileTime.fromMillis(1_000_000));
        int count = files().size();
        add("more", 6);
        assertEquals(anew(), kept("1"));
        assertTrue(files().size() > count, files()::toString);
        assertEquals(1_000_000, Files.getLastModifiedTime(first).toMillis());
        assertEquals(List.of(before.length), List.of(Files.readAllBytes(first).length));
    }

    @Test
    void damageIsNoticedAndMended() throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(file, bytes);
        }
        List<SignIn> anew = anew();
        assertEquals(anew, kept("1"));
        for (Path file : files()) {
            Files.write(file, new byte[3]);
        }
        assertEquals(anew, kept("1"));
        assertEquals(anew, kept("1"));
    }

    @Test
    void anotherZoneIsAnotherAnswer() throws IOException {
        List<SignIn> before = kept("1");
        String trace = of.sources().stream().filter(source -> source.format().filter("cls"::equals).isPresent()).findFirst().orElseThrow().source();
        of.setZone(trace, 3600, ImportProgress.NONE, new CancelSignal());
        assertNotEquals(before, kept("1"));
        assertEquals(anew(), kept("1"));
    }

    @Test
    void anotherVersionReadsAnew() throws IOException {
        byte[] before = Files.readAllBytes(files().getFirst());
        assertEquals(anew(), kept("2"));
        assertNotEquals(new String(before, StandardCharsets.ISO_8859_1),
                Files.readString(files().getFirst(), StandardCharsets.ISO_8859_1));
    }
}

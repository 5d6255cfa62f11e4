package org.traceweave.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("built")
class InstalledProductTest {

    @TempDir
    static Path place;

    private static BuiltProduct product;

    static boolean built() {
        return BuiltProduct.isBuilt();
    }

    @BeforeAll
    static void install() throws IOException {
        product = BuiltProduct.copiedTo(place);
    }

    @Test
    void aVerbAnswersOnStdoutAndNothingElseIsPrintedThere() throws IOException {
        BuiltProduct.Ended ended = product.start("rules", "--json");
        assertEquals(0, ended.status(), ended.err());
        assertFalse(ended.lines().isEmpty());
        assertTrue(ended.lines().stream().allMatch(line -> line.startsWith("{") && line.endsWith("}")), ended.out());
        assertEquals("", ended.err());
    }

    @Test
    void wrongUsageEndsWithStatusTwoAndOneSentence() throws IOException {
        BuiltProduct.Ended ended = product.start("no-such-verb");
        assertEquals(2, ended.status());
        assertEquals("", ended.out());
        assertFalse(ended.err().contains("\tat "), ended.err());
    }

    @Test
    void nothingIsWrittenIntoTheInstallation() throws IOException {
        Map<String, String> before = product.files();
        product.start("formats");
        assertEquals(before, product.files());
        assertTrue(Files.isDirectory(product.home().resolve(".local/share/traceweave/installations")));
        assertTrue(Files.isDirectory(product.home().resolve(".cache/traceweave")));
    }

    @Test
    void withoutJavaOneSentenceSaysWhatToInstall() throws IOException {
        BuiltProduct.Ended ended = product.start(Map.of("TRACEWEAVE_JAVA", script("old-java", "echo 'java.specification.version = 17'")), "rules");
        assertEquals(2, ended.status());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains("Java 21"), ended.err());
    }

    @Test
    void theWorkbenchIsStartedAgainWhenItAsksForIt() throws IOException {
        Path count = Files.createFile(place.resolve("starts"));
        String java = script("fake-java", "case \"$*\" in *XshowSettings*) echo 'java.specification.version = 21' >&2; exit 0;; esac",
                "echo start >> '" + count + "'", "[ $(wc -l < '" + count + "') -lt 3 ] && exit 23", "exit 0");
        BuiltProduct.Ended ended = product.start(Map.of("TRACEWEAVE_JAVA", java));
        assertEquals(0, ended.status(), ended.err());
        assertEquals(List.of("start", "start", "start"), Files.readAllLines(count));
    }

    @Test
    void aVerbGoesToTheCommandLineAndACaseToTheWorkbench() throws IOException {
        Path arguments = place.resolve("arguments");
        Map<String, String> fake = Map.of("TRACEWEAVE_JAVA", script("recording-java",
                "case \"$*\" in *XshowSettings*) echo 'java.specification.version = 21' >&2; exit 0;; esac", "echo \"$*\" > '" + arguments + "'"));
        Path folder = Files.createDirectories(product.home().resolve("a lab.case"));
        Files.createDirectories(product.home().resolve("sample"));

        product.start(fake, "a-plug-ins-verb", "x.case");
        assertTrue(Files.readString(arguments).contains("-application org.traceweave.app.cli"));
        product.start(fake, "--version");
        assertTrue(Files.readString(arguments).contains("-application org.traceweave.app.cli"));
        product.start(fake, "sample");
        assertTrue(Files.readString(arguments).contains("-application org.traceweave.app.cli"));
        product.start(fake, folder.toString());
        assertFalse(Files.readString(arguments).contains("-application"));
        product.start(fake);
        assertFalse(Files.readString(arguments).contains("-application"));
    }

    private static String script(String name, String... lines) throws IOException {
        Path file = place.resolve(name);
        Files.write(file, Stream.concat(Stream.of("#!/bin/sh"), Stream.of(lines)).toList());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }
}

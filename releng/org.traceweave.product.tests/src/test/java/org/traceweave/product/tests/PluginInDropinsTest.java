package org.traceweave.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** An in-house plug-in is one jar put into the folder {@code dropins}. */
@EnabledIf("built")
class PluginInDropinsTest {

    private static final String BUNDLE = "org.traceweave.examples";

    @TempDir
    Path place;

    static boolean built() throws IOException {
        return BuiltProduct.isBuilt() && examples().isPresent();
    }

    private static Optional<Path> examples() throws IOException {
        Path target = Path.of(System.getProperty("traceweave.examples"));
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("org\\.traceweave\\.examples-[\\d.]+(-SNAPSHOT)?\\.jar")).findFirst();
        }
    }

    @Test
    void itsDiagnosticAndItsReaderAreThereAtTheNextStartAndGoneWhenItIsTakenOut() throws IOException {
        BuiltProduct product = BuiltProduct.copiedTo(place);
        assertEquals(List.of(), contributions(product, "rules"));
        assertEquals(List.of(), contributions(product, "formats"));

        Path dropped = Files.createDirectories(product.folder().resolve("dropins")).resolve(BUNDLE + ".jar");
        Files.copy(examples().orElseThrow(), dropped);
        assertEquals(1, contributions(product, "rules").size());
        assertEquals(1, contributions(product, "formats").size());

        Files.delete(dropped);
        assertEquals(List.of(), contributions(product, "rules"));
        assertEquals(List.of(), contributions(product, "formats"));
    }

    private static List<String> contributions(BuiltProduct product, String verb) throws IOException {
        BuiltProduct.Ended ended = product.start(verb, "--json");
        assertEquals(0, ended.status(), ended.err());
        assertTrue(ended.lines().size() > 1, ended.out());
        return ended.lines().stream().filter(line -> line.contains("\"bundle\":\"" + BUNDLE + "\"")).toList();
    }
}

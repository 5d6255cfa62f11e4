package org.traceweave.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The products that cannot be started here are looked at. */
class OtherSystemsTest {

    @ParameterizedTest
    @CsvSource({
        "linux/gtk/x86_64/traceweave, org.eclipse.swt.gtk.linux.x86_64, traceweave",
        "win32/win32/x86_64/traceweave, org.eclipse.swt.win32.win32.x86_64, traceweave.cmd",
        "macosx/cocoa/aarch64/Traceweave.app/Contents/Eclipse, org.eclipse.swt.cocoa.macosx.aarch64, traceweave"})
    void aProductHasItsOwnWindowSystemItsScriptAndALauncher(String folder, String windowSystem, String script) throws IOException {
        Path product = BuiltProduct.built(folder);
        Assumptions.assumeTrue(Files.isDirectory(product.getParent()), "not built: " + folder);
        List<String> plugins = names(product.resolve("plugins"));
        assertEquals(List.of(windowSystem), plugins.stream().filter(name -> name.matches("org\\.eclipse\\.swt\\.(gtk|win32|cocoa)\\..*"))
                .map(name -> name.replaceFirst("_\\d+\\..*", "")).toList());
        assertEquals(1, plugins.stream().filter(name -> name.startsWith("org.eclipse.equinox.launcher_")).count());
        assertTrue(Files.exists(product.resolve(script)), script);
    }

    @ParameterizedTest
    @CsvSource({"linux/gtk/x86_64/traceweave", "macosx/cocoa/aarch64/Traceweave.app/Contents/Eclipse"})
    void theScriptMayBeExecuted(String folder) {
        Path product = BuiltProduct.built(folder);
        Assumptions.assumeTrue(Files.isDirectory(product.getParent()), "not built: " + folder);
        assertTrue(Files.isExecutable(product.resolve("traceweave")));
    }

    @ParameterizedTest
    @CsvSource({"win32/win32/x86_64/traceweave"})
    void theWindowsScriptHasTheLineEndsOfItsSystem(String folder) throws IOException {
        Path script = BuiltProduct.built(folder).resolve("traceweave.cmd");
        Assumptions.assumeTrue(Files.exists(script), "not built: " + folder);
        String text = Files.readString(script, StandardCharsets.US_ASCII);
        assertEquals(text.lines().count(), text.chars().filter(c -> c == '\r').count());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

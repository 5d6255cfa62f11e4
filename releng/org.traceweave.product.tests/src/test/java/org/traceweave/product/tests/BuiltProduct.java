package org.traceweave.product.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of the built Linux product that a test may change, with a user's home of its own. */
final class BuiltProduct {

    /** What a start of the product left behind. */
    record Ended(int status, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }

    private final Path folder;
    private final Path home;

    private BuiltProduct(Path folder, Path home) {
        this.folder = folder;
        this.home = home;
    }

    /** The folder of a built product: {@code linux/gtk/x86_64/traceweave}, for one. */
    static Path built(String where) {
        return Path.of(System.getProperty("traceweave.products")).resolve(where);
    }

    static boolean isBuilt() {
        return Files.isExecutable(built("linux/gtk/x86_64/traceweave/traceweave"));
    }

    /** Copies the product below {@code place}, whose name may hold blanks. */
    static BuiltProduct copiedTo(Path place) throws IOException {
        Path from = built("linux/gtk/x86_64/traceweave");
        Path to = place.resolve("an installed traceweave");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new BuiltProduct(to, Files.createDirectories(place.resolve("home")));
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return home;
    }

    Ended start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    /** Starts the product's script as a user would, and waits for its end. */
    Ended start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = Stream.concat(Stream.of(folder.resolve("traceweave").toString()), Arrays.stream(arguments)).toList();
        Path out = Files.createTempFile(home, "out", null);
        Path err = Files.createTempFile(home, "err", null);
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        int status = builder.start().onExit().join().exitValue();
        return new Ended(status, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    /** Every file of the installation with its size and time, to see whether anything was written there. */
    Map<String, String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.collect(Collectors.toMap(file -> folder.relativize(file).toString(), BuiltProduct::state, (a, b) -> a, TreeMap::new));
        }
    }

    private static String state(Path file) {
        try {
            return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) ? "folder" : Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

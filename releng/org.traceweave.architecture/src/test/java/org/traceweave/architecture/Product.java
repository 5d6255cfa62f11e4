package org.traceweave.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bundles of the product as they stand beside this module: their classes, and their sources. */
final class Product {

    private static final Path BUNDLES = Path.of("..", "..", "bundles").toAbsolutePath().normalize();

    static final JavaClasses CLASSES = new ClassFileImporter().importPaths(bundles().map(bundle -> bundle.resolve("target/classes")).filter(Files::isDirectory).toList());

    private Product() {
    }

    /** The folders of the bundles that are shipped, or built with what is shipped; not those of tests. */
    static Stream<Path> bundles() {
        try (Stream<Path> folders = Files.list(BUNDLES)) {
            return folders.filter(folder -> !folder.getFileName().toString().endsWith(".tests")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every Java source below a folder of a bundle: {@code src}, {@code src_test}. */
    static List<Path> sources(String folder) {
        return bundles().map(bundle -> bundle.resolve(folder)).filter(Files::isDirectory).flatMap(Product::javaFiles).toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path shown(Path source) {
        return BUNDLES.relativize(source);
    }
}

package org.traceweave.certificates;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real certificates and damaged files beside the project; tests that need them are skipped where they are absent. */
final class Corpus {

    private Corpus() {
    }

    static Path folder() {
        Path folder = Path.of(System.getProperty("traceweave.corpus", "../../../shared/corpus")).resolve("certificates");
        assumeTrue(Files.isDirectory(folder), "the corpus is not here");
        return folder;
    }

    static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a table without its heading, cut at tabs. */
    static List<String[]> table(String file) {
        try {
            return Files.readAllLines(folder().resolve(file)).stream().skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first certificate of a file. */
    static DecodedCertificate certificate(String file) {
        return CertificateDecoder.examine(CertificateFinder.findInFile(bytes(file)).certificates().getFirst().der());
    }

    /** Every file of the corpus. */
    static List<Path> files() {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

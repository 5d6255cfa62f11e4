package org.traceweave.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.SampleTruth;
import org.traceweave.samples.Stories;

/** Gives a test the smallest sample case: its sources, the case they were imported into, and its truth. Made once for all tests. */
final class SampleOnDisk implements ParameterResolver {

    /** Gone when all tests have run. */
    record Sample(Path folder, Path sources, Path caseFolder, SampleTruth truth) implements AutoCloseable {

        static Sample make() {
            try {
                Path folder = Files.createTempDirectory("traceweave-cli-test");
                Path sources = folder.resolve("sources");
                SampleTruth truth = SampleCase.write(sources, Stories.all().getFirst(), 1 << 20, SampleCase.DEFAULT_SEED, false);
                Answer.to("import", folder.resolve("sample.case"), sources).done();
                return new Sample(folder, sources, folder.resolve("sample.case"), truth);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Path source(String name) {
            return sources.resolve(name);
        }

        @Override
        public void close() throws IOException {
            List<Path> all;
            try (Stream<Path> tree = Files.walk(folder)) {
                all = tree.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : all) {
                Files.delete(each);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sample.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(SampleOnDisk.class))
                .getOrComputeIfAbsent(Sample.class, key -> Sample.make(), Sample.class);
    }
}

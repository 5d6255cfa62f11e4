package org.traceweave.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.traceweave.analysis.Engine;
import org.traceweave.model.Damage;
import org.traceweave.readers.FileBytes;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.Stories;

/** The sources of a sample case of some size, made once and kept. */
record SampleSources(Path folder) {

    private static final long SEED = 7;
    private static final long PART = 8L << 20;

    static SampleSources of(Path work, long bytes) throws IOException {
        Path folder = work.resolve("sample").resolve(Long.toString(bytes >> 20));
        if (!Files.exists(folder.resolve("complete"))) {
            System.err.println("Writing a sample case of " + (bytes >> 20) + " MB");
            delete(folder);
            Files.createDirectories(folder);
            SampleCase.write(folder.resolve("sources"), Stories.all().getFirst(), bytes, SEED, false);
            Files.createFile(folder.resolve("complete"));
        }
        return new SampleSources(folder.resolve("sources"));
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(each);
            }
        }
        return bytes;
    }

    /** Cuts every record of every source, part by part in turn, into as many files as there will be threads. */
    List<Path> cut(Path target, int files) throws IOException {
        Files.createDirectories(target);
        List<Path> paths = new ArrayList<>();
        List<CutRecords.Writer> writers = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            paths.add(target.resolve(file + ".records"));
            writers.add(new CutRecords.Writer(paths.get(file)));
        }
        int turn = 0;
        try {
            for (Path source : files()) {
                try (SourceBytes bytes = FileBytes.open(source)) {
                    SourceReader reader = Engine.standard().readers()
                            .detect(new SourceHead(source.getFileName().toString(), bytes.size(), bytes.read(0, SourceHead.LENGTH)))
                            .orElseThrow(() -> new IOException(source + " is of no known format"));
                    SourceReading reading = reader.open(bytes);
                    for (SourcePart part : reading.parts(PART)) {
                        reading.read(part, 0, sink(writers.get(turn++ % files)));
                    }
                }
            }
        } finally {
            for (CutRecords.Writer writer : writers) {
                writer.close();
            }
        }
        return paths;
    }

    private static RecordSink sink(CutRecords.Writer writer) {
        return new RecordSink() {
            @Override
            public void record(RecordDraft draft) {
                try {
                    writer.write(draft);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void damage(Damage damage) {
                System.err.println("Unexpected damage: " + damage);
            }
        };
    }
}

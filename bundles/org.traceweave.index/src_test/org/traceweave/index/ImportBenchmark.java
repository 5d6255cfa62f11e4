package org.traceweave.index;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.traceweave.index.internal.write.IndexWriting;
import org.traceweave.model.RecordContent;
import org.traceweave.model.RecordField;

/**
 * How fast records are indexed, against a bare Lucene index writer on the same records. {@code make DIR MB SEED} writes two files of
 * records; {@code ours DIR}, {@code bare DIR} index them with two threads and print megabytes a second.
 */
final class ImportBenchmark {

    private ImportBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        Path directory = Path.of(args[1]);
        if (args[0].equals("make")) {
            long half = Long.parseLong(args[2]) * 500_000;
            for (int part = 0; part < 2; part++) {
                SyntheticTrace trace = new SyntheticTrace(Long.parseLong(args[3]) + part);
                out.println(StoredTrace.write(directory.resolve(part + ".records"), trace, trace::next, half));
            }
            return;
        }
        Path index = directory.resolve(args[0] + ".index");
        deleteAll(index);
        long begin = System.nanoTime();
        long bytes = args[0].equals("ours") ? ours(directory, index) : args[0].equals("scan") ? scan(directory) : bare(directory, index);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long size = size(index);
        long cpu = ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        long gc = java.lang.management.ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(g -> g.getCollectionTime()).sum();
        out.printf("cpu %.2f s, gc %d ms; ", cpu / 1e9, gc);
        out.printf("%s %.2f s, %.1f MB/s, index %.1f %% (%d files)%n", args[0], seconds, bytes / seconds / 1e6, size * 100.0 / bytes, Files.exists(index) ? Files.list(index).count() : 0);
    }

    private static long ours(Path directory, Path index) throws Exception {
        try (IndexWriting writing = IndexWriting.open(index)) {
            long bytes = twice(part -> {
                StoredTrace trace = new StoredTrace(directory.resolve(part + ".records"));
                long sum = 0;
                while (trace.next()) {
                    writing.add(part, trace, 0);
                    sum += trace.textLength();
                }
                return sum;
            });
            long t = System.nanoTime();
            writing.commit(Map.of("done", "1"));
            System.out.printf("commit %.2f s%n", (System.nanoTime() - t) / 1e9);
            return bytes;
        }
    }

    private static long scan(Path directory) throws Exception {
        return twice(part -> {
            StoredTrace trace = new StoredTrace(directory.resolve(part + ".records"));
            var scanner = new org.traceweave.index.internal.text.TermScanner();
            long sum = 0;
            long terms = 0;
            long records = 0;
            long begin = System.nanoTime();
            while (trace.next()) {
                scanner.scan(trace.text(), 0, trace.textLength());
                terms += scanner.size();
                sum += trace.textLength();
                records++;
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("scan %.1f MB/s, %d records of %d, %d terms each%n", sum / seconds / 1e6, records, sum / records, terms / records);
            return sum;
        });
    }

    private static long bare(Path directory, Path index) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer()).setRAMBufferSizeMB(512);
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(index), config)) {
            long bytes = twice(part -> {
                StoredTrace trace = new StoredTrace(directory.resolve(part + ".records"));
                long sum = 0;
                while (trace.next()) {
                    writer.addDocument(bareDocument(part, trace));
                    sum += trace.textLength();
                }
                return sum;
            });
            writer.commit();
            return bytes;
        }
    }

    private static Document bareDocument(int source, RecordContent record) {
        Document document = new Document();
        document.add(new TextField("text", new String(record.text(), record.textStart(), record.textLength(), java.nio.charset.StandardCharsets.UTF_8), Field.Store.NO));
        document.add(new NumericDocValuesField("time", record.time()));
        document.add(new NumericDocValuesField("source", source));
        document.add(new NumericDocValuesField("offset", record.offset()));
        document.add(new NumericDocValuesField("length", record.length()));
        document.add(new NumericDocValuesField("process", record.process()));
        document.add(new NumericDocValuesField("thread", record.thread()));
        document.add(new SortedDocValuesField("host", new BytesRef(record.host())));
        document.add(new SortedDocValuesField("component", new BytesRef(record.component())));
        document.add(new SortedDocValuesField("level", new BytesRef(record.level().word())));
        document.add(new SortedDocValuesField("kind", new BytesRef(record.kind().word())));
        if (record.certificateMarks() != 0) {
            document.add(new NumericDocValuesField("marks", record.certificateMarks()));
        }
        for (int i = 0; i < record.fieldCount(); i++) {
            RecordField field = record.field(i);
            boolean repeated = false;
            for (int k = 0; k < i; k++) {
                repeated |= record.field(k).equals(field);
            }
            if (!repeated) {
                document.add(field.type() == RecordField.Type.NUMBER ? new NumericDocValuesField(field.name(), record.number(i))
                        : new SortedDocValuesField(field.name(), new BytesRef(record.keyword(i))));
            }
        }
        return document;
    }

    private interface Part {
        long index(int part) throws Exception;
    }

    private static long twice(Part part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Long>> parts = List.of(() -> part.index(0), () -> part.index(1));
            long sum = 0;
            List<Future<Long>> done = new ArrayList<>(threads.invokeAll(parts));
            for (Future<Long> one : done) {
                sum += one.get();
            }
            return sum;
        } finally {
            threads.shutdown();
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static long size(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}

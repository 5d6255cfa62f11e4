package org.traceweave.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportOutcome;
import org.traceweave.cases.ImportProgress;

/**
 * Importing a sample case of 1 GB, cold files to final commit, against a bare Lucene index writer on the same records in the same run;
 * the size of the index; the time to the first searchable records; and 2 GB against 1 GB.
 */
final class ImportBenchmark implements Benchmark {

    private static final long GIGABYTE = 1_000_000_000L;
    private static final int THREADS = 2;
    private static final int RUNS = Integer.getInteger("traceweave.benchmarks.runs", 3);

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Measurement> measure(Path work) throws IOException {
        Path own = work.resolve("import");
        SampleSources one = SampleSources.of(work, GIGABYTE);
        long bytes = SampleSources.bytes(one.folder());
        List<Path> cut = one.cut(own.resolve("cut"), THREADS);
        double[] bare = new double[RUNS];
        double[] ours = new double[RUNS];
        double[] first = new double[RUNS];
        double share = 0;
        for (int run = 0; run < RUNS; run++) {
            Path index = own.resolve("bare.index");
            SampleSources.delete(index);
            double begun = cpuSeconds();
            bare[run] = megabytesPerSecond(bytes, BareLucene.seconds(cut, index));
            double bareCpu = cpuSeconds() - begun;
            SampleSources.delete(index);
            begun = cpuSeconds();
            Imported imported = imported(own.resolve("ours.case"), one.folder());
            ours[run] = megabytesPerSecond(bytes, imported.seconds);
            first[run] = imported.firstSearchable * 1000;
            share = 100.0 * imported.indexBytes / bytes;
            System.err.printf(Locale.ROOT, "run %d: ours %.1f MB/s, %.1f s of CPU; bare %.1f MB/s, %.1f s of CPU%n", run + 1, ours[run],
                    cpuSeconds() - begun, bare[run], bareCpu);
        }
        SampleSources.delete(own.resolve("cut"));
        double gigabyte = bytes / 1e6 / Measurement.ofRuns("", ours, "").value();
        SampleSources two = SampleSources.of(work, 2 * GIGABYTE);
        double twice = imported(own.resolve("ours.case"), two.folder()).seconds * (2.0 * bytes / SampleSources.bytes(two.folder()));
        SampleSources.delete(own);
        List<Measurement> measured = new ArrayList<>();
        measured.add(Measurement.ofRuns("import", ours, "MB/s").against("bare-lucene", Measurement.ofRuns("", bare, "").value()));
        measured.add(Measurement.of("import-index-size", share, "% of input"));
        measured.add(Measurement.ofRuns("import-first-rows", first, "ms"));
        measured.add(Measurement.of("import-2gb", twice, "s").against("import-1gb", gigabyte));
        return measured;
    }

    /** CPU time of the process so far: what a measurement on a busy machine can be checked by. */
    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
    }

    /** One import measured. */
    private record Imported(double seconds, double firstSearchable, long indexBytes) {
    }

    private static Imported imported(Path folder, Path sources) throws IOException {
        SampleSources.delete(folder);
        long begun = System.nanoTime();
        double[] first = {Double.NaN};
        try (Case target = Case.create(folder, Engine.standard().readers())) {
            ImportOutcome outcome = target.importSources(List.of(sources), new ImportProgress() {
                @Override
                public void searchable() {
                    if (Double.isNaN(first[0])) {
                        first[0] = (System.nanoTime() - begun) / 1e9;
                    }
                }
            }, new CancelSignal());
            if (!outcome.problems().isEmpty()) {
                throw new IOException("the import had problems: " + outcome.problems());
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Imported(seconds, first[0], SampleSources.bytes(folder.resolve("index")));
    }

    private static double megabytesPerSecond(long bytes, double seconds) {
        return bytes / 1e6 / seconds;
    }
}

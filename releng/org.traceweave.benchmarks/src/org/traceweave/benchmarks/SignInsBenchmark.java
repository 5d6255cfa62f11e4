package org.traceweave.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.traceweave.analysis.CaseAnalysis;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.Stories;

/**
 * Rebuilding the sign-ins of cases of 1, 5 and 10 GB, correlation included, against the import of the same case in the same run; and
 * once more after a small source was added.
 */
final class SignInsBenchmark implements Benchmark {

    private static final long GIGABYTE = 1_000_000_000L;
    private static final int RUNS = Integer.getInteger("traceweave.benchmarks.runs", 3);
    private static final List<Integer> SIZES = Stream.of(System.getProperty("traceweave.benchmarks.gigabytes", "1,5,10").split(",")).map(Integer::valueOf)
            .toList();
    private static final long ADDED = 24L << 20;

    @Override
    public String name() {
        return "signins";
    }

    @Override
    public List<Measurement> measure(Path work) throws IOException {
        Path own = work.resolve("signins");
        List<Measurement> measured = new ArrayList<>();
        double perGigabyte = 0;
        for (int size : SIZES) {
            SampleSources sources = SampleSources.of(work, size * GIGABYTE);
            double gigabytes = SampleSources.bytes(sources.folder()) / 1e9;
            Path folder = own.resolve(size + "gb.case");
            SampleSources.delete(folder);
            long begun = System.nanoTime();
            try (Case target = Case.create(folder, Engine.standard().readers())) {
                target.importSources(List.of(sources.folder()), ImportProgress.NONE, new CancelSignal());
                double imported = (System.nanoTime() - begun) / 1e9;
                double[] runs = new double[RUNS];
                for (int run = 0; run < RUNS; run++) {
                    SampleSources.delete(folder.resolve("derived"));
                    runs[run] = seconds(Engine.standard().analyse(target));
                    System.err.printf(Locale.ROOT, "%d GB, run %d: %.2f s, import %.1f s%n", size, run + 1, runs[run], imported);
                }
                Measurement median = Measurement.ofRuns("signins-" + size + "gb", runs, "s");
                measured.add(median.against("import", imported));
                if (perGigabyte == 0) {
                    perGigabyte = median.value() / gigabytes;
                    measured.add(added(own, target));
                } else {
                    measured.add(Measurement.of("signins-" + size + "gb-per-gb", median.value() / gigabytes, "s").against("signins-per-gb-of-the-first",
                            perGigabyte));
                }
            }
            SampleSources.delete(folder);
        }
        SampleSources.delete(own);
        return measured;
    }

    private static double seconds(CaseAnalysis analysis) throws IOException {
        long begun = System.nanoTime();
        analysis.signIns(new CancelSignal());
        return (System.nanoTime() - begun) / 1e9;
    }

    /** The time after a source was added, source after source, against that of all of the case at the end. */
    private static Measurement added(Path own, Case target) throws IOException {
        CaseAnalysis analysis = Engine.standard().analyse(target);
        double[] runs = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            Path more = own.resolve("more" + run);
            SampleSources.delete(more);
            SampleCase.write(more, Stories.find("quiet-day").orElseThrow(), ADDED, 11 + run, false);
            target.importSources(List.of(more), ImportProgress.NONE, new CancelSignal());
            runs[run] = seconds(analysis);
        }
        double[] whole = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            SampleSources.delete(target.folder().resolve("derived"));
            whole[run] = seconds(Engine.standard().analyse(target));
        }
        return Measurement.ofRuns("signins-source-added", runs, "s").against("signins-whole", Measurement.ofRuns("signins-whole", whole, "s").value());
    }
}

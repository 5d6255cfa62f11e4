package org.traceweave.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How long the built product needs from its launch script to the end of the cheapest verb, after its first start. */
final class StartBenchmark implements Benchmark {

    private static final int RUNS = 10;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Measurement> measure(Path work) throws IOException {
        Path product = Path.of(System.getProperty("traceweave.product", ""));
        Path script = product.resolve("traceweave");
        if (!Files.isExecutable(script)) {
            throw new IOException("there is no built product in '" + product + "'; start this with build bench.");
        }
        run(script);
        double[] milliseconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long begun = System.nanoTime();
            run(script);
            milliseconds[i] = (System.nanoTime() - begun) / 1e6;
        }
        return List.of(Measurement.ofRuns("start", milliseconds, "ms"));
    }

    private static void run(Path script) throws IOException {
        Process process = new ProcessBuilder(script.toString(), "rules", "--json")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        int status = process.onExit().join().exitValue();
        if (status != 0) {
            throw new IOException("the product ended with status " + status + " where 0 was expected.");
        }
    }
}

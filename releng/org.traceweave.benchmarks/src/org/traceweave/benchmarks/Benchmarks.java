package org.traceweave.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the benchmarks, all or one by name, and prints one JSON line for each measurement. */
public final class Benchmarks {

    private static final List<Benchmark> ALL = List.of(new ImportBenchmark(), new CertificatesBenchmark(), new SignInsBenchmark(), new StartBenchmark(), new TimelineBenchmark());

    private Benchmarks() {
    }

    /** Exit status: 0 done, 1 a benchmark could not be run, 2 there is none of that name. */
    public static void main(String[] arguments) {
        System.exit(run(arguments.length == 0 ? ALL : ALL.stream().filter(each -> each.name().equals(arguments[0])).toList()));
    }

    private static int run(List<Benchmark> chosen) {
        if (chosen.isEmpty()) {
            System.err.println("There is no such benchmark; there are: " + ALL.stream().map(Benchmark::name).collect(Collectors.joining(", ")));
            return 2;
        }
        Path work = Path.of(System.getProperty("traceweave.benchmarks", "target/benchmarks")).toAbsolutePath();
        int status = 0;
        for (Benchmark benchmark : chosen) {
            try {
                Files.createDirectories(work);
                for (Measurement measurement : benchmark.measure(work)) {
                    System.out.println(measurement.json());
                }
            } catch (IOException e) {
                System.err.println("Benchmark " + benchmark.name() + " failed: " + e.getMessage());
                status = 1;
            }
        }
        return status;
    }
}

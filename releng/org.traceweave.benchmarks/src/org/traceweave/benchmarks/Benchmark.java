package org.traceweave.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One thing that is measured, and compared with a peer where there is one. Named on the command line of {@code build bench}. */
public interface Benchmark {

    /** The name that selects it, lower case with dashes. */
    String name();

    /**
     * Measures. What it prints of its own goes to stderr.
     *
     * @param work a folder that is kept between runs: for data that is slow to make, in a sub-folder of the benchmark's name
     * @throws IOException if it cannot be measured here; the message is one sentence for whoever started it
     */
    List<Measurement> measure(Path work) throws IOException;
}

package org.traceweave.samples;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a sample case from a developer's command line: folder, story, megabytes, seed. */
final class WriteSample {

    private WriteSample() {
    }

    public static void main(String[] args) throws IOException {
        long begun = System.nanoTime();
        Story story = Stories.find(args[1]).orElseThrow();
        long bytes = args.length > 2 ? Long.parseLong(args[2]) << 20 : SampleCase.DEFAULT_BYTES;
        long seed = args.length > 3 ? Long.parseLong(args[3]) : SampleCase.DEFAULT_SEED;
        SampleTruth truth = SampleCase.write(Path.of(args[0]), story, bytes, seed, args.length < 5);
        System.err.println(truth.records() + " " + truth.otherKinds() + " " + truth.signins().size() + " in "
                + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }
}

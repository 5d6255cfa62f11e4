package org.traceweave.samples;

import java.io.IOException;
import java.nio.file.Path;

/** A story that a sample case can tell. {@code id} is what the command line calls it. */
public record Story(
        String id,
        String title,
        String description,
        Teller teller) {

    /** Writes the sources of a story. */
    @FunctionalInterface
    public interface Teller {

        /**
         * Writes into the existing folder {@code output}, about {@code targetBytes} in all.
         *
         * @param truth whether every sign-in and certificate is kept for the answer, not only their counts
         */
        SampleTruth tell(Path output, long targetBytes, long seed, boolean truth) throws IOException;
    }
}

package org.traceweave.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.traceweave.json.JsonText;

/**
 * Writes believable captured cases: a folder of sources as an engineer would have gathered them, any size, the same bytes for the same
 * story, size and seed. With truth, {@code truth.json} beside the sources says what is to be found in them ({@link SampleTruth}).
 */
public final class SampleCase {

    /** The size if none is asked for. */
    public static final long DEFAULT_BYTES = 24L << 20;
    /** The seed if none is asked for. */
    public static final long DEFAULT_SEED = 1;
    /** Up to this size the answer lists every sign-in and certificate, asked for or not. */
    private static final long SMALL_BYTES = 256L << 20;
    public static final String TRUTH_FILE = "truth.json";

    private SampleCase() {
    }

    /**
     * Writes a case into {@code output}, which is created if need be; files of the same names are replaced.
     *
     * @param targetBytes the size of all sources together, met to some percent; there is a least size of some megabytes
     * @param truth whether {@code truth.json} is written
     * @throws IOException if the folder cannot be written, or the disk is full
     * @return what is true about the case; for a case of more than 256 MB, sign-ins and certificates are listed only with {@code truth}
     */
    public static SampleTruth write(Path output, Story story, long targetBytes, long seed, boolean truth) throws IOException {
        Files.createDirectories(output);
        SampleTruth told;
        try {
            told = story.teller().tell(output, targetBytes, seed, truth || targetBytes <= SMALL_BYTES);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        if (truth) {
            Files.writeString(output.resolve(TRUTH_FILE), JsonText.indented(told, SampleTruthForm.FORM) + "\n", StandardCharsets.UTF_8);
        }
        return told;
    }
}

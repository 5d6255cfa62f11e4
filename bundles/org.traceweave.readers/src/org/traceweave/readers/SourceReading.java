package org.traceweave.readers;

import java.io.IOException;
import java.util.List;

/** One source being read. {@link #read} may be called by several threads at once, each with another part. */
public interface SourceReading {

    /** Cuts the source into parts of about {@code targetBytes} each; always the same for the same bytes and target. */
    List<SourcePart> parts(long targetBytes) throws IOException;

    /** Whether the format declares its times to be UTC, or carries their zone with each of them. */
    boolean timeIsUtc();

    /**
     * Samples of the clocks in this source, taken from its head and tail (and, where the format has them, the first 401 answers), by
     * which the zone is settled before the first record is written. Empty where nothing can be measured.
     */
    List<ClockSample> clockSamples() throws IOException;

    /**
     * Reads one part, handing each record that begins in it to {@code sink} in file order.
     *
     * @param offsetNanos written time minus UTC, subtracted from each time that the format does not declare to be UTC
     * @throws IOException if the bytes cannot be read; damage inside them is reported to the sink instead
     */
    void read(SourcePart part, long offsetNanos, RecordSink sink) throws IOException;

    /**
     * Reads the one record that begins at {@code offset} and is {@code length} bytes long, as {@link #read} had found it, to show it.
     */
    void readAt(long offset, int length, long offsetNanos, RecordSink sink) throws IOException;

    /** The same where only the record's text is wanted: what else the draft holds is not said. Faster where a reader knows how. */
    default void textAt(long offset, int length, RecordSink sink) throws IOException {
        readAt(offset, length, 0, sink);
    }
}

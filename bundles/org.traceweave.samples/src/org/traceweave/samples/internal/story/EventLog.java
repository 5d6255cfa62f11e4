package org.traceweave.samples.internal.story;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.traceweave.model.Evidence;
import org.traceweave.samples.EvtxWriter;
import org.traceweave.samples.WindowsEvent;

/** One event log of the case. */
final class EventLog implements Closeable {

    private final String source;
    private final EvtxWriter writer;
    private final Truth truth;

    EventLog(Path folder, String source, Truth truth) throws IOException {
        this.source = source;
        this.truth = truth;
        Path file = folder.resolve(source);
        Files.createDirectories(file.getParent());
        writer = new EvtxWriter(file);
    }

    /** Writes an event; answers where it stands. */
    Evidence write(WindowsEvent event) {
        try {
            truth.count(source);
            return Wire.evidence(source, writer.write(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}

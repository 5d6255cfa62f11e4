package org.traceweave.readers.windows;

import java.io.IOException;
import java.util.Optional;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceReading;
import org.traceweave.readers.windows.internal.EventSource;
import org.traceweave.readers.windows.internal.evtx.EvtxFile;
import org.traceweave.readers.windows.internal.xml.EventXmlFile;

/** Reads single events again from the source they stand in, for decoders and for show. Safe for use by several threads. */
public final class WindowsEvents {

    private static final int HEAD = 64;

    private WindowsEvents() {
    }

    /**
     * The event whose record takes {@code length} bytes at {@code offset}, in an event log file or an XML export alike; empty where the
     * bytes there are no event.
     *
     * @throws IOException if the source cannot be read there
     */
    public static Optional<WindowsEvent> read(SourceBytes bytes, long offset, int length) throws IOException {
        byte[] head = bytes.read(offset, Math.min(length, HEAD));
        EventSource source = EvtxFile.isRecord(head) ? new EvtxFile(bytes) : new EventXmlFile(bytes);
        return source.event(offset, length).map(WindowsEvent::of);
    }

    /**
     * The same from a reading that one of this bundle's readers opened. Much faster where many events of a source are asked for in
     * their order, since what they share is kept. Empty for readings of other readers.
     *
     * @throws IOException if the source cannot be read there
     */
    public static Optional<WindowsEvent> read(SourceReading reading, long offset, int length) throws IOException {
        return reading instanceof EventSource source ? source.event(offset, length).map(WindowsEvent::of) : Optional.empty();
    }
}

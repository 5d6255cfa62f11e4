package org.traceweave.readers.windows;

import java.io.IOException;
import java.util.Optional;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.windows.internal.evtx.SingleEvent;
import org.traceweave.readers.windows.internal.xml.EventXmlFile;

/** Reads single events again from the source they stand in, for decoders and for show. */
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
        Optional<EventElement> root = SingleEvent.isRecord(head) ? SingleEvent.read(bytes, offset)
                : Optional.ofNullable(new EventXmlFile(bytes).tree(offset, length));
        return root.map(WindowsEvent::of);
    }
}

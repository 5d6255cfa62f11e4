package org.traceweave.readers.windows;

import java.util.List;
import org.traceweave.readers.SourceReader;

/** The readers of Windows event sources. */
public final class WindowsReaders {

    private WindowsReaders() {
    }

    /** One of each, in the order in which they are asked. */
    public static List<SourceReader> all() {
        return List.of(new EvtxReader(), new EventXmlReader());
    }
}

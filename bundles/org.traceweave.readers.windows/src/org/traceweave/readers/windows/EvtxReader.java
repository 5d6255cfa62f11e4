package org.traceweave.readers.windows;

import java.io.IOException;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;
import org.traceweave.readers.windows.internal.evtx.EvtxFile;

/**
 * Reads Windows event logs (EVTX), also dirty, truncated or partly overwritten ones. A record's offset and length are those of its
 * record in the file. Records in good order are those that their chunk's chain of records holds; what is found outside of it is handed
 * on as recovered.
 */
public final class EvtxReader implements SourceReader {

    @Override
    public String format() {
        return "evtx";
    }

    @Override
    public String name() {
        return "Windows event log (EVTX)";
    }

    @Override
    public int confidence(SourceHead head) {
        return EvtxFile.hasMagic(head.bytes()) ? 100 : EvtxFile.hasFirstChunk(head.bytes()) ? 95 : 0;
    }

    @Override
    public SourceReading open(SourceBytes bytes) throws IOException {
        return new EvtxFile(bytes);
    }
}

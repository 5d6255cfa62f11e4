package org.traceweave.readers.windows.internal.evtx;

import java.io.IOException;
import java.util.Optional;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.windows.EventElement;
import org.traceweave.readers.windows.internal.NamePool;
import org.traceweave.readers.windows.internal.TreeSink;

/** Reads the tree of one record of an event log. */
public final class SingleEvent {

    private static final int RECORD_HEADER = 24;
    private static final int RECORD_MAGIC = 0x00002a2a;

    private SingleEvent() {
    }

    /** Whether a record of an event log begins with these bytes. */
    public static boolean isRecord(byte[] bytes) {
        return bytes.length >= RECORD_HEADER && LittleEndian.i32(bytes, 0) == RECORD_MAGIC;
    }

    /** The event of the record at that offset; empty where there is none that can be decoded. */
    public static Optional<EventElement> read(SourceBytes source, long offset) throws IOException {
        Chunk chunk = new Chunk();
        long position = new EvtxFile(source).chunkOf(offset);
        int at = (int) (offset - position);
        if (offset < position || at > Chunk.SIZE - RECORD_HEADER || !chunk.read(source, position)) {
            return Optional.empty();
        }
        int size = LittleEndian.i32(chunk.bytes, at + 4);
        if (LittleEndian.i32(chunk.bytes, at) != RECORD_MAGIC || size < RECORD_HEADER + 4 || size > chunk.length() - at) {
            return Optional.empty();
        }
        TreeSink tree = new TreeSink();
        RecordDecoder decoder = new RecordDecoder(new NamePool(), tree);
        decoder.begin(chunk.bytes);
        try {
            decoder.decode(at + RECORD_HEADER, at + size - 4, false);
        } catch (MalformedEventException malformed) {
            return Optional.empty();
        }
        return tree.root();
    }
}

package org.traceweave.readers.windows.internal.evtx;

import java.io.IOException;
import java.util.Optional;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.windows.EventElement;
import org.traceweave.readers.windows.internal.NamePool;
import org.traceweave.readers.windows.internal.TreeSink;

/**
 * Reads the trees of single records of an event log. The chunk of the last one is kept, since what is asked for next often stands in it.
 * Used by one thread at a time.
 */
final class SingleEvent {

    private static final int RECORD_HEADER = 24;
    private static final int RECORD_MAGIC = 0x00002a2a;

    private final SourceBytes source;
    private final Chunk chunk = new Chunk();
    private final TreeSink tree = new TreeSink();
    private final RecordDecoder decoder = new RecordDecoder(new NamePool(), tree);
    private long loaded = -1;

    SingleEvent(SourceBytes source) {
        this.source = source;
    }

    /** Whether a record of an event log begins with these bytes. */
    static boolean isRecord(byte[] bytes) {
        return bytes.length >= RECORD_HEADER && LittleEndian.i32(bytes, 0) == RECORD_MAGIC;
    }

    /** The event of the record at that place of the chunk at {@code position}; empty where there is none that can be decoded. */
    Optional<EventElement> read(long position, int at) throws IOException {
        if (position != loaded) {
            loaded = -1;
            if (!chunk.read(source, position)) {
                return Optional.empty();
            }
            decoder.begin(chunk.bytes);
            loaded = position;
        }
        if (at < 0 || at > chunk.length() - RECORD_HEADER || LittleEndian.i32(chunk.bytes, at) != RECORD_MAGIC) {
            return Optional.empty();
        }
        int size = LittleEndian.i32(chunk.bytes, at + 4);
        if (size < RECORD_HEADER + 4 || size > chunk.length() - at) {
            return Optional.empty();
        }
        tree.clear();
        try {
            decoder.decode(at + RECORD_HEADER, at + size - 4, false);
        } catch (MalformedEventException malformed) {
            return Optional.empty();
        }
        return tree.root();
    }
}

package org.traceweave.readers.windows.internal.evtx;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    private final SourceBytes source;
    private final Chunk chunk = new Chunk();
    private final TreeSink tree = new TreeSink();
    private final RecordDecoder decoder;
    private long loaded = -1;

    SingleEvent(SourceBytes source, TemplateLibrary library) {
        this.source = source;
        decoder = new RecordDecoder(new NamePool(), tree, library);
    }

    /** Whether a record of an event log begins with these bytes. */
    static boolean isRecord(byte[] bytes) {
        return bytes.length >= Chunk.RECORD_HEADER && bytes[0] == 0x2a && bytes[1] == 0x2a && bytes[2] == 0 && bytes[3] == 0;
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
        if (!chunk.isFramed(at)) {
            return Optional.empty();
        }
        tree.clear();
        decoder.renew();
        try {
            decoder.decode(at + Chunk.RECORD_HEADER, at + chunk.recordSize(at) - 4, !chunk.isInOrder(at));
        } catch (MalformedEventException malformed) {
            return Optional.empty();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return tree.root();
    }
}

package org.traceweave.readers.windows.internal.evtx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import org.traceweave.model.Damage;
import org.traceweave.model.DamageKind;
import org.traceweave.readers.ClockSample;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.windows.EventElement;
import org.traceweave.readers.windows.internal.EventSource;

/**
 * An event log being read. The file's header is a hint at most: chunks are walked to the end of the file, whatever count or order it
 * states. Parts are groups of whole chunks, the first with the header.
 */
public final class EvtxFile implements EventSource {

    /** Where the first chunk begins. */
    public static final int HEADER_SIZE = 4096;

    private static final long MAGIC = 0x00656c6946666c45L; // "ElfFile\0"
    private static final int CHECKED = 120;
    private static final int CHUNK_COUNT = 42;
    private static final int NO_CHECKSUM = 4;

    private final SourceBytes source;
    private final byte[] header;
    private final long firstChunk;
    private final RecordIds ids;
    private final TemplateLibrary library;
    /** One for each thread that reads single events at the same time. */
    private final Queue<SingleEvent> idle = new ConcurrentLinkedQueue<>();

    public EvtxFile(SourceBytes source) throws IOException {
        this.source = source;
        header = source.read(0, 128);
        firstChunk = Chunk.hasMagic(header, 0) ? 0 : HEADER_SIZE;
        ids = new RecordIds(source, firstChunk);
        library = new TemplateLibrary(source, firstChunk);
    }

    /** Whether a source begins as an event log does: with its header, or with a chunk. */
    public static boolean hasMagic(byte[] head) {
        return head.length >= 8 && (LittleEndian.i64(head, 0) == MAGIC || Chunk.hasMagic(head, 0));
    }

    /** Whether a source has a chunk where an event log has its first one. */
    public static boolean hasFirstChunk(byte[] head) {
        return Chunk.hasMagic(head, HEADER_SIZE);
    }

    @Override
    public List<SourcePart> parts(long targetBytes) {
        long size = source.size();
        long step = Math.max(1, targetBytes / Chunk.SIZE) * Chunk.SIZE;
        List<SourcePart> parts = new ArrayList<>();
        long from = 0;
        for (long to = firstChunk + step; from < size; to += step) {
            parts.add(new SourcePart(from, Math.min(to, size)));
            from = Math.min(to, size);
        }
        return parts;
    }

    @Override
    public boolean timeIsUtc() {
        return true;
    }

    @Override
    public List<ClockSample> clockSamples() {
        return List.of();
    }

    @Override
    public void read(SourcePart part, long offsetNanos, RecordSink sink) throws IOException {
        if (part.from() == 0) {
            headerDamage(sink);
        }
        ChunkReader reader = new ChunkReader(source, ids, library);
        long from = Math.max(part.from(), firstChunk);
        long first = firstChunk + (from - firstChunk + Chunk.SIZE - 1) / Chunk.SIZE * Chunk.SIZE;
        for (long at = first; at < part.to() && !sink.isCancelled(); at += Chunk.SIZE) {
            reader.read(at, sink);
        }
    }

    @Override
    public void readAt(long offset, int length, long offsetNanos, RecordSink sink) throws IOException {
        if (offset >= firstChunk) {
            long chunk = chunkOf(offset);
            new ChunkReader(source, ids, library).readAt(chunk, (int) (offset - chunk), sink);
        }
    }

    @Override
    public Optional<EventElement> event(long offset, int length) throws IOException {
        if (offset < firstChunk) {
            return Optional.empty();
        }
        SingleEvent kept = idle.poll();
        SingleEvent single = kept == null ? new SingleEvent(source, library) : kept;
        Optional<EventElement> event = single.read(chunkOf(offset), (int) (offset - chunkOf(offset)));
        idle.add(single);
        return event;
    }

    /** Whether a record of an event log begins with these bytes. */
    public static boolean isRecord(byte[] bytes) {
        return SingleEvent.isRecord(bytes);
    }

    /** Where the chunk begins in which that offset lies. */
    private long chunkOf(long offset) {
        return firstChunk + (offset - firstChunk) / Chunk.SIZE * Chunk.SIZE;
    }

    private void headerDamage(RecordSink sink) {
        if (header.length < 128) {
            sink.damage(new Damage(0, header.length, DamageKind.TRUNCATED, "The file ends inside its header."));
        } else if (LittleEndian.i64(header, 0) != MAGIC) {
            sink.damage(new Damage(0, firstChunk, DamageKind.UNREADABLE, "The file's header is missing; its chunks were read."));
        } else if ((LittleEndian.i32(header, 120) & NO_CHECKSUM) == 0) {
            CRC32 crc = new CRC32();
            crc.update(header, 0, CHECKED);
            if ((int) crc.getValue() != LittleEndian.i32(header, 124)) {
                sink.damage(new Damage(0, header.length, DamageKind.CHECKSUM, "The checksum of the file's header does not match."));
            }
        }
        if (header.length == 128 && LittleEndian.i64(header, 0) == MAGIC) {
            missingChunks(sink);
        }
    }

    /** The header's count may be too low in a log that was open, but a chunk that it counts was there: one that has not even begun was cut off. */
    private void missingChunks(RecordSink sink) {
        int counted = LittleEndian.u16(header, CHUNK_COUNT);
        long size = source.size();
        long there = Math.max(0, size - firstChunk + Chunk.SIZE - 1) / Chunk.SIZE;
        if (there < counted) {
            sink.damage(new Damage(size, 0, DamageKind.TRUNCATED, "The file ends before its last " + (counted - there) + " of " + counted + " chunks."));
        }
    }
}

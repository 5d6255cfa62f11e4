package org.traceweave.readers.windows.internal.evtx;

import java.io.IOException;
import java.util.Arrays;
import org.traceweave.model.Damage;
import org.traceweave.model.DamageKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.windows.internal.EventDraft;
import org.traceweave.readers.windows.internal.EventOutline;
import org.traceweave.readers.windows.internal.NamePool;

/**
 * Reads the records of one chunk after another. Those in good order follow each other from the chunk's header to its free space. What
 * lies behind a break in that order, behind the free space, or in a chunk without its header, is searched for older records; those that
 * decode in full and stand in no other chunk are handed on as recovered. Used by one thread.
 */
final class ChunkReader {

    private static final int RECORD_MAGIC = 0x00002a2a;
    private static final int RECORD_HEADER = 24;
    private static final int SMALLEST_RECORD = RECORD_HEADER + 8;

    private final SourceBytes source;
    private final RecordIds ids;
    private final Chunk chunk = new Chunk();
    private final EventOutline outline;
    private final EventDraft event;
    private final RecordDecoder decoder;
    private final RecordDraft draft = new RecordDraft();
    private long[] seen = new long[1024];
    private int seenCount;

    ChunkReader(SourceBytes source, RecordIds ids) {
        this.source = source;
        this.ids = ids;
        NamePool names = new NamePool();
        outline = new EventOutline(names);
        event = new EventDraft(outline);
        decoder = new RecordDecoder(names, outline);
    }

    /** Reads the chunk at that place, whole. */
    void read(long position, RecordSink sink) throws IOException {
        if (!chunk.read(source, position) || chunk.isZero()) {
            return;
        }
        decoder.begin(chunk.bytes);
        seenCount = 0;
        if (chunk.length() < Chunk.HEADER_SIZE) {
            sink.damage(new Damage(position, chunk.length(), DamageKind.TRUNCATED, "The file ends inside a chunk."));
            return;
        }
        if (!chunk.hasMagic()) {
            int found = recover(0, sink);
            String detail = found == 0 ? "A chunk without its header." : "A chunk without its header; " + found + " records were recovered.";
            sink.damage(new Damage(position, chunk.length(), DamageKind.UNREADABLE, detail));
            return;
        }
        if (chunk.length() == Chunk.SIZE && !chunk.hasGoodChecksums()) {
            sink.damage(new Damage(position, Chunk.SIZE, DamageKind.CHECKSUM, "A checksum of the chunk does not match; its records were read."));
        }
        int end = ordered(sink);
        int found = recover(end, sink);
        lost(end, found, sink);
    }

    /** Reads the record at that place alone, as {@link #read} had found it. */
    void readAt(long position, int offset, RecordSink sink) throws IOException {
        if (!chunk.read(source, position) || !isFramed(offset)) {
            return;
        }
        decoder.begin(chunk.bytes);
        boolean recovered = !isInOrder(offset);
        String problem = decode(offset, recovered);
        if (problem == null) {
            hand(offset, recovered, sink);
        }
    }

    /** The records in good order; answers where that order ends. */
    private int ordered(RecordSink sink) {
        int free = Math.min(chunk.freeSpace(), chunk.length());
        int at = Chunk.HEADER_SIZE;
        long previous = -1;
        while (isFramed(at) && !sink.isCancelled()) {
            long id = LittleEndian.i64(chunk.bytes, at + 8);
            if (!isNext(at, free, previous)) {
                break;
            }
            int size = size(at);
            String problem = decode(at, false);
            if (problem == null) {
                see(id);
                hand(at, false, sink);
            } else {
                sink.damage(new Damage(chunk.position() + at, size, DamageKind.UNREADABLE, "Record " + id + ": " + problem + "."));
            }
            boolean torn = !hasSizeCopy(at);
            at += size;
            previous = id;
            if (torn) {
                if (problem == null) {
                    sink.damage(new Damage(chunk.position() + at - 4, 4, DamageKind.UNREADABLE,
                            "Record " + id + " was read, but its end is torn."));
                }
                break;
            }
        }
        return at;
    }

    /** Looks for records from there on; answers how many were handed on. */
    private int recover(int from, RecordSink sink) throws IOException {
        int found = 0;
        int at = from + 7 & ~7;
        while (at + SMALLEST_RECORD <= chunk.length() && !sink.isCancelled()) {
            if (LittleEndian.i32(chunk.bytes, at) != RECORD_MAGIC || !isFramed(at) || !hasSizeCopy(at)) {
                at += 8;
                continue;
            }
            if (startsLikeEvent(at) && isNew(LittleEndian.i64(chunk.bytes, at + 8)) && decode(at, true) == null && event.isEvent()) {
                see(LittleEndian.i64(chunk.bytes, at + 8));
                hand(at, true, sink);
                found++;
            }
            at += size(at);
        }
        return found;
    }

    /** Says what was lost where the order of records broke off before the free space. */
    private void lost(int end, int found, RecordSink sink) {
        boolean cut = chunk.length() < Chunk.SIZE;
        int free = chunk.freeSpace();
        if (cut && free > chunk.length()) {
            sink.damage(new Damage(chunk.position() + end, Math.max(0, chunk.length() - end), DamageKind.TRUNCATED,
                    "The file ends inside a chunk."));
        } else if (end < free && !chunk.isZero(end, free)) {
            String recovered = found == 0 ? "." : "; " + found + " records after it were recovered.";
            sink.damage(new Damage(chunk.position() + end, (long) free - end, DamageKind.UNREADABLE,
                    "The chain of records breaks off" + recovered));
        }
    }

    /** The header of a chunk that was being written may lag behind; records after its free space that go on counting belong to it. */
    private boolean isNext(int at, int free, long previous) {
        return at < free || LittleEndian.i64(chunk.bytes, at + 8) == previous + 1 && hasSizeCopy(at);
    }

    private boolean isFramed(int at) {
        if (at < 0 || at + SMALLEST_RECORD > chunk.length() || LittleEndian.i32(chunk.bytes, at) != RECORD_MAGIC) {
            return false;
        }
        int size = size(at);
        return size >= SMALLEST_RECORD && size <= chunk.length() - at;
    }

    private int size(int at) {
        return LittleEndian.i32(chunk.bytes, at + 4);
    }

    private boolean hasSizeCopy(int at) {
        return LittleEndian.i32(chunk.bytes, at + size(at) - 4) == size(at);
    }

    private boolean startsLikeEvent(int at) {
        byte first = chunk.bytes[at + RECORD_HEADER];
        boolean header = first == 0x0f && chunk.bytes[at + RECORD_HEADER + 1] == 1 && chunk.bytes[at + RECORD_HEADER + 2] == 1;
        return header || first == 0x0a || first == 0x00;
    }

    private boolean isInOrder(int offset) {
        if (!chunk.hasMagic()) {
            return false;
        }
        int free = Math.min(chunk.freeSpace(), chunk.length());
        long previous = -1;
        int at = Chunk.HEADER_SIZE;
        while (at < offset && isFramed(at) && hasSizeCopy(at) && isNext(at, free, previous)) {
            previous = LittleEndian.i64(chunk.bytes, at + 8);
            at += size(at);
        }
        return at == offset && isNext(at, free, previous);
    }

    /** Decodes a record into the outline; null, or what is wrong with it. */
    private @org.jspecify.annotations.Nullable String decode(int at, boolean wary) {
        outline.clear();
        try {
            decoder.decode(at + RECORD_HEADER, at + size(at) - 4, wary);
            return null;
        } catch (MalformedEventException malformed) {
            return malformed.getMessage();
        }
    }

    private void hand(int at, boolean recovered, RecordSink sink) {
        long written = UtcTime.ofFileTime(LittleEndian.i64(chunk.bytes, at + 16));
        draft.begin(chunk.position() + at, size(at));
        event.fill(draft, written);
        if (recovered) {
            draft.recovered();
        }
        sink.record(draft);
    }

    private void see(long id) {
        if (seenCount == seen.length) {
            seen = Arrays.copyOf(seen, seenCount * 2);
        }
        seen[seenCount++] = id;
    }

    private boolean isNew(long id) throws IOException {
        for (int i = 0; i < seenCount; i++) {
            if (seen[i] == id) {
                return false;
            }
        }
        return !ids.isInOtherChunk(id, chunk.position());
    }
}

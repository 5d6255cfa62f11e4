package org.traceweave.readers.windows.internal.evtx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
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

    private final SourceBytes source;
    private final RecordIds ids;
    private final Chunk chunk = new Chunk();
    private final EventOutline outline;
    private final EventDraft event;
    private final RecordDecoder decoder;
    private final RecordDraft draft = new RecordDraft();
    private long[] seen = new long[1024];
    private int seenCount;

    ChunkReader(SourceBytes source, RecordIds ids, TemplateLibrary library) {
        this.source = source;
        this.ids = ids;
        NamePool names = new NamePool();
        outline = new EventOutline(names);
        event = new EventDraft(outline);
        decoder = new RecordDecoder(names, outline, library);
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
        if (!chunk.read(source, position) || !chunk.isFramed(offset)) {
            return;
        }
        decoder.begin(chunk.bytes);
        boolean recovered = !chunk.isInOrder(offset);
        String problem = decode(offset, recovered);
        if (problem == null) {
            hand(offset, recovered, sink);
        }
    }

    /** The records in good order; answers where that order ends. */
    private int ordered(RecordSink sink) throws IOException {
        int at = Chunk.HEADER_SIZE;
        long previous = -1;
        while (chunk.isFramed(at) && !sink.isCancelled()) {
            long id = chunk.recordId(at);
            if (!chunk.isNext(at, previous)) {
                break;
            }
            int size = chunk.recordSize(at);
            String problem = decode(at, false);
            if (problem == null) {
                see(id);
                hand(at, false, sink);
            } else {
                sink.damage(new Damage(chunk.position() + at, size, DamageKind.UNREADABLE, "Record " + id + ": " + problem + "."));
            }
            boolean torn = !chunk.hasSizeCopy(at);
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
        while (at < chunk.length() && !sink.isCancelled()) {
            if (!chunk.isFramed(at) || !chunk.hasSizeCopy(at)) {
                at += 8;
                continue;
            }
            if (startsLikeEvent(at) && isNew(chunk.recordId(at)) && decode(at, true) == null && event.isEvent()) {
                see(chunk.recordId(at));
                hand(at, true, sink);
                found++;
            }
            at += chunk.recordSize(at);
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

    private boolean startsLikeEvent(int at) {
        byte first = chunk.bytes[at + Chunk.RECORD_HEADER];
        boolean header = first == 0x0f && chunk.bytes[at + Chunk.RECORD_HEADER + 1] == 1 && chunk.bytes[at + Chunk.RECORD_HEADER + 2] == 1;
        return header || first == 0x0a || first == 0x00;
    }

    /** Decodes a record into the outline; null, or what is wrong with it. */
    private @Nullable String decode(int at, boolean wary) throws IOException {
        outline.clear();
        try {
            decoder.decode(at + Chunk.RECORD_HEADER, at + chunk.recordSize(at) - 4, wary);
            return null;
        } catch (MalformedEventException malformed) {
            return malformed.getMessage();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private void hand(int at, boolean recovered, RecordSink sink) {
        long written = UtcTime.ofFileTime(LittleEndian.i64(chunk.bytes, at + 16));
        draft.begin(chunk.position() + at, chunk.recordSize(at));
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

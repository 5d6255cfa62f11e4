package org.traceweave.readers.windows.internal.evtx;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.traceweave.readers.SourceBytes;

/**
 * Which record ids the chunks of a file say they hold, by which an old copy of a record is told from a lost one. Read from the chunk
 * headers when first asked. Safe for use by several threads.
 */
final class RecordIds {

    private static final int FIELDS = 40;
    /** No chunk has room for more. */
    private static final long MOST_IN_CHUNK = Chunk.SIZE / 24;

    private record Range(long first, long last, long chunk) {
    }

    private final SourceBytes source;
    private final long firstChunk;
    private Range @Nullable [] ranges;

    RecordIds(SourceBytes source, long firstChunk) {
        this.source = source;
        this.firstChunk = firstChunk;
    }

    /** Whether a chunk other than the one at {@code chunk} holds that record in good order. */
    boolean isInOtherChunk(long id, long chunk) throws IOException {
        Range[] all = ranges();
        int low = 0;
        int high = all.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (all[middle].first <= id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // Ranges are short, so only those that begin little before the id can hold it.
        for (int i = low - 1; i >= 0 && all[i].first > id - MOST_IN_CHUNK; i--) {
            if (all[i].last >= id && all[i].chunk != chunk) {
                return true;
            }
        }
        return false;
    }

    private synchronized Range[] ranges() throws IOException {
        Range[] known = ranges;
        if (known == null) {
            known = read();
            ranges = known;
        }
        return known;
    }

    private Range[] read() throws IOException {
        int count = (int) Math.min(Integer.MAX_VALUE, (source.size() - firstChunk) / Chunk.SIZE + 1);
        Range[] found = new Range[Math.max(0, count)];
        int kept = 0;
        byte[] header = new byte[FIELDS];
        for (int i = 0; i < count; i++) {
            long position = firstChunk + (long) i * Chunk.SIZE;
            if (source.read(position, header, 0, FIELDS) == FIELDS && Chunk.hasMagic(header, 0)) {
                long first = LittleEndian.i64(header, 24);
                long last = LittleEndian.i64(header, 32);
                if (first >= 0 && last >= first && last - first < MOST_IN_CHUNK) {
                    found[kept++] = new Range(first, last, position);
                }
            }
        }
        Range[] all = Arrays.copyOf(found, kept);
        Arrays.sort(all, Comparator.comparingLong(Range::first));
        return all;
    }
}

package org.traceweave.readers.windows.internal.evtx;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.traceweave.readers.windows.internal.EventName;
import org.traceweave.readers.windows.internal.NamePool;

/**
 * The names of a chunk by their offset in it. A name stands where it was first used; later uses refer to it. The chunk's own table of
 * names is not trusted.
 */
final class ChunkNames {

    private static final int SLOTS = 4096;
    /** Next name's offset, hash, length; and the closing NUL. */
    private static final int PREFIX = 8;

    private final NamePool pool;
    private final int[] offsets = new int[SLOTS];
    private final @Nullable EventName[] names = new EventName[SLOTS];
    private byte[] bytes = new byte[0];

    ChunkNames(NamePool pool) {
        this.pool = pool;
    }

    void begin(byte[] chunk) {
        bytes = chunk;
        Arrays.fill(offsets, 0);
    }

    EventName name(int offset) throws MalformedEventException {
        int slot = offset * 0x9E3779B1 >>> 20;
        if (offsets[slot] == offset && offset != 0) {
            EventName known = names[slot];
            if (known != null) {
                return known;
            }
        }
        if (offset < Chunk.HEADER_SIZE || offset > bytes.length - PREFIX) {
            throw new MalformedEventException("a name outside the chunk, " + offset + ",", offset);
        }
        int units = LittleEndian.u16(bytes, offset + 6);
        if (offset + PREFIX + units * 2 > bytes.length) {
            throw new MalformedEventException("a name that ends outside the chunk", offset);
        }
        EventName name = pool.utf16(bytes, offset + PREFIX, units);
        offsets[slot] = offset;
        names[slot] = name;
        return name;
    }

    /** Bytes that the name at this offset takes where it stands. */
    int size(int offset) throws MalformedEventException {
        if (offset > bytes.length - PREFIX) {
            throw new MalformedEventException("a name outside the chunk", offset);
        }
        return PREFIX + LittleEndian.u16(bytes, offset + 6) * 2 + 2;
    }
}

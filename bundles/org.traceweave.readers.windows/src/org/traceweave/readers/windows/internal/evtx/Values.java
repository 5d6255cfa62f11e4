package org.traceweave.readers.windows.internal.evtx;

/** The table of values of one template instance: where each stands in the chunk, how long it is, and of which type. */
final class Values {

    private byte[] types = new byte[64];
    private int[] positions = new int[64];
    private int[] sizes = new int[64];
    private int count;

    /**
     * Reads the table at {@code start}: a count, a descriptor for each value, and the values one after another.
     *
     * @return the position after the values
     */
    int read(byte[] bytes, int start, int end) throws MalformedEventException {
        if (start + 4 > end) {
            throw new MalformedEventException("a template instance without values", start);
        }
        count = LittleEndian.i32(bytes, start);
        if (count < 0 || count > (end - start - 4) / 4) {
            throw new MalformedEventException("a template instance of " + count + " values", start);
        }
        if (count > types.length) {
            types = new byte[count];
            positions = new int[count];
            sizes = new int[count];
        }
        int at = start + 4 + count * 4;
        for (int i = 0, descriptor = start + 4; i < count; i++, descriptor += 4) {
            int size = LittleEndian.u16(bytes, descriptor);
            types[i] = bytes[descriptor + 2];
            positions[i] = at;
            sizes[i] = size;
            at += size;
        }
        if (at > end) {
            throw new MalformedEventException("template values that do not end", start);
        }
        return at;
    }

    /** The type, 0 where there is no such value. */
    int type(int slot) {
        return slot < count ? types[slot] & 0xff : 0;
    }

    int position(int slot) {
        return positions[slot];
    }

    int size(int slot) {
        return slot < count ? sizes[slot] : 0;
    }

    boolean isEmpty(int slot) {
        return slot >= count || sizes[slot] == 0 || types[slot] == 0;
    }
}

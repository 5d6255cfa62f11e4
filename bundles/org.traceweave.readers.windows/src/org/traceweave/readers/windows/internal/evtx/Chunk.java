package org.traceweave.readers.windows.internal.evtx;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.traceweave.readers.SourceBytes;

/**
 * One chunk of an event log: 64 KiB that hold their records, names and templates, and need no other chunk. A chunk that the file cuts
 * short is padded with zeros. Its checksums are hints: records are read whatever they say.
 */
final class Chunk {

    static final int SIZE = 65536;
    static final int HEADER_SIZE = 512;
    /** Magic, size, number, time. */
    static final int RECORD_HEADER = 24;

    private static final long MAGIC = 0x006b6e6843666c45L; // "ElfChnk\0"
    private static final int NO_CHECKSUM = 4;
    private static final int RECORD_MAGIC = 0x00002a2a;
    private static final int SMALLEST_RECORD = RECORD_HEADER + 8;
    private static final byte[] ZEROS = new byte[SIZE];

    final byte[] bytes = new byte[SIZE];
    private long position;
    private int length;

    /** Reads the chunk at that place of the file; false at the end of the file. */
    boolean read(SourceBytes source, long at) throws IOException {
        position = at;
        length = Math.max(0, source.read(at, bytes, 0, SIZE));
        Arrays.fill(bytes, length, SIZE, (byte) 0);
        return length > 0;
    }

    /** Where it begins in the file. */
    long position() {
        return position;
    }

    /** How much of it the file has. */
    int length() {
        return length;
    }

    boolean isZero() {
        return Arrays.equals(bytes, ZEROS);
    }

    boolean isZero(int from, int to) {
        return from >= to || Arrays.equals(bytes, from, to, ZEROS, from, to);
    }

    boolean hasMagic() {
        return LittleEndian.i64(bytes, 0) == MAGIC;
    }

    static boolean hasMagic(byte[] header, int at) {
        return header.length - at >= 8 && LittleEndian.i64(header, at) == MAGIC;
    }

    /** Where its records end, as far as the header can be believed. */
    int freeSpace() {
        int free = LittleEndian.i32(bytes, 48);
        return free < HEADER_SIZE || free > SIZE ? SIZE : free;
    }

    boolean hasGoodChecksums() {
        if ((LittleEndian.i32(bytes, 120) & NO_CHECKSUM) != 0) {
            return true;
        }
        CRC32 header = new CRC32();
        header.update(bytes, 0, 120);
        header.update(bytes, 128, HEADER_SIZE - 128);
        CRC32 records = new CRC32();
        records.update(bytes, HEADER_SIZE, freeSpace() - HEADER_SIZE);
        return (int) header.getValue() == LittleEndian.i32(bytes, 124) && (int) records.getValue() == LittleEndian.i32(bytes, 52);
    }

    int recordSize(int at) {
        return LittleEndian.i32(bytes, at + 4);
    }

    long recordId(int at) {
        return LittleEndian.i64(bytes, at + 8);
    }

    /** Whether a record begins there whose size is one that a record can have. */
    boolean isFramed(int at) {
        if (at < 0 || at + SMALLEST_RECORD > length || LittleEndian.i32(bytes, at) != RECORD_MAGIC) {
            return false;
        }
        int size = recordSize(at);
        return size >= SMALLEST_RECORD && size <= length - at;
    }

    /** Whether a framed record ends with its size, as one does that was written to its end. */
    boolean hasSizeCopy(int at) {
        return LittleEndian.i32(bytes, at + recordSize(at) - 4) == recordSize(at);
    }

    /**
     * Whether a framed record continues the chunk's chain. The header of a chunk that was being written may lag behind: records after its
     * free space that go on counting belong to it.
     *
     * @param previous the number of the record before it
     */
    boolean isNext(int at, long previous) {
        return at < Math.min(freeSpace(), length) || recordId(at) == previous + 1 && hasSizeCopy(at);
    }

    /** Whether the record that begins there belongs to the chunk's chain of records, or has to be recovered. */
    boolean isInOrder(int offset) {
        if (!hasMagic()) {
            return false;
        }
        long previous = -1;
        int at = HEADER_SIZE;
        while (at < offset && isFramed(at) && hasSizeCopy(at) && isNext(at, previous)) {
            previous = recordId(at);
            at += recordSize(at);
        }
        return at == offset && isFramed(at) && isNext(at, previous);
    }
}

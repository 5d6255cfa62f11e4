package org.traceweave.samples.internal.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.traceweave.samples.ByteText;

/**
 * One chunk of an EVTX file while it fills: its records, and the names and template definitions that its records share. A name or
 * definition stands where it was first used and hangs in a bucket of the chunk's header. Layout: reference "Windows events", section A.
 */
public final class EventChunk {

    public static final int SIZE = 65_536;
    private static final int NAME_BUCKETS = 128;
    private static final int TEMPLATE_BUCKETS = 384;
    private static final int RECORDS = 512;

    private final ByteText bytes = new ByteText(2 * SIZE).raw(new byte[RECORDS]);
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Integer> templates = new HashMap<>();
    private final long firstRecord;
    private long nextRecord;
    private int lastRecordAt;

    public EventChunk(long firstRecord) {
        this.firstRecord = firstRecord;
        nextRecord = firstRecord;
    }

    public boolean isEmpty() {
        return nextRecord == firstRecord;
    }

    public long firstRecord() {
        return firstRecord;
    }

    public long nextRecord() {
        return nextRecord;
    }

    ByteText bytes() {
        return bytes;
    }

    /** What writes the BinXML of one record. */
    @FunctionalInterface
    public interface Body {
        void writeTo(EventChunk chunk);
    }

    /** Adds a record; answers where in the chunk it stands, or -1 if it does not fit any more (the chunk is then as before). */
    public int add(long fileTime, Body body) {
        byte[] buckets = Arrays.copyOfRange(bytes.array(), NAME_BUCKETS, RECORDS);
        int at = bytes.size();
        bytes.u32(0x2A2A).u32(0).u64(nextRecord).u64(fileTime);
        body.writeTo(this);
        while ((bytes.size() - at + 4) % 8 != 0) {
            bytes.octet(0);
        }
        int size = bytes.size() - at + 4;
        bytes.u32(size);
        bytes.putU32(at + 4, size);
        if (bytes.size() > SIZE) {
            bytes.truncate(at);
            System.arraycopy(buckets, 0, bytes.array(), NAME_BUCKETS, buckets.length);
            names.values().removeIf(offset -> offset >= at);
            templates.values().removeIf(offset -> offset >= at);
            return -1;
        }
        lastRecordAt = at;
        nextRecord++;
        return at;
    }

    /** Writes the reference to a name, and the name itself where it is new. */
    void name(String name) {
        Integer known = names.get(name);
        if (known != null) {
            bytes.u32(known);
            return;
        }
        int at = bytes.size() + 4;
        names.put(name, at);
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 65_599 + name.charAt(i);
        }
        hash &= 0xFFFF;
        int bucket = NAME_BUCKETS + 4 * (hash % 64);
        bytes.u32(at).u32(u32(bucket)).u16(hash).u16(name.length());
        for (int i = 0; i < name.length(); i++) {
            bytes.u16(name.charAt(i));
        }
        bytes.u16(0);
        bytes.putU32(bucket, at);
    }

    /** Writes a template instance up to its values: the reference, and the definition itself where it is new in this chunk. */
    void template(String key, byte[] guid, Body definition) {
        bytes.octet(0x0C).octet(1).raw(guid, 0, 4);
        Integer known = templates.get(key);
        if (known != null) {
            bytes.u32(known);
            return;
        }
        int at = bytes.size() + 4;
        templates.put(key, at);
        int bucket = TEMPLATE_BUCKETS + 4 * bucketOf(guid);
        bytes.u32(at).u32(u32(bucket)).raw(guid);
        int size = bytes.size();
        bytes.u32(0);
        definition.writeTo(this);
        bytes.putU32(size, bytes.size() - size - 4);
        bytes.putU32(bucket, at);
    }

    /** The names' hash over the GUID's eight 16-bit units; found by comparing with real files. */
    private static int bucketOf(byte[] guid) {
        int hash = 0;
        ByteBuffer units = ByteBuffer.wrap(guid).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 8; i++) {
            hash = hash * 65_599 + (units.getShort() & 0xFFFF);
        }
        return (hash & 0xFFFF) % 32;
    }

    private long u32(int at) {
        return ByteBuffer.wrap(bytes.array()).order(ByteOrder.LITTLE_ENDIAN).getInt(at) & 0xFFFFFFFFL;
    }

    /** The size of the record that stands at {@code at}. */
    public int recordSize(int at) {
        return (int) u32(at + 4);
    }

    /** The finished chunk, with header and checksums. */
    public byte[] finish() {
        byte[] chunk = Arrays.copyOf(bytes.toBytes(), SIZE);
        ByteBuffer header = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {'E', 'l', 'f', 'C', 'h', 'n', 'k', 0});
        header.putLong(firstRecord).putLong(nextRecord - 1).putLong(firstRecord).putLong(nextRecord - 1);
        header.putInt(128).putInt(lastRecordAt).putInt(bytes.size());
        header.putInt(52, checksum(chunk, RECORDS, bytes.size() - RECORDS));
        header.putInt(120, 1);
        CRC32 crc = new CRC32();
        crc.update(chunk, 0, 120);
        crc.update(chunk, NAME_BUCKETS, RECORDS - NAME_BUCKETS);
        header.putInt(124, (int) crc.getValue());
        return chunk;
    }

    static int checksum(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}

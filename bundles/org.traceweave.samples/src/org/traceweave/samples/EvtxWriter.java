package org.traceweave.samples;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.traceweave.samples.internal.evtx.EventChunk;
import org.traceweave.samples.internal.evtx.EventRecord;

/**
 * Writes event logs in Windows' binary form: correct checksums, shared names and templates, typed values; free-form data outside
 * templates, as CAPI2's records have it. A record's number is its place in the log, counted from the first number given. Layout:
 * reference "Windows events", section A. Not for several threads.
 */
public final class EvtxWriter implements Closeable {

    private static final int HEADER = 4096;

    private final Optional<FileChannel> file;
    private final ByteText kept = new ByteText();
    private EventChunk chunk;
    private int chunks;
    private long records;

    /** Writes a file, whose header is complete when this is closed. */
    public EvtxWriter(Path path) throws IOException {
        this(Optional.of(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)),
                1);
    }

    private EvtxWriter(Optional<FileChannel> file, long firstRecord) {
        this.file = file;
        chunk = new EventChunk(firstRecord);
    }

    /** The bytes of a log with these events. */
    public static byte[] toBytes(List<WindowsEvent> events) {
        return toBytes(1, events);
    }

    /** The bytes of a log whose first event has the number {@code firstRecord}. */
    public static byte[] toBytes(long firstRecord, List<WindowsEvent> events) {
        EvtxWriter writer = new EvtxWriter(Optional.empty(), firstRecord);
        try {
            for (WindowsEvent event : events) {
                writer.write(event);
            }
            writer.finishChunk();
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written to a file here", e);
        }
        byte[] bytes = new byte[HEADER + writer.kept.size()];
        System.arraycopy(writer.header(), 0, bytes, 0, HEADER);
        System.arraycopy(writer.kept.array(), 0, bytes, HEADER, writer.kept.size());
        return bytes;
    }

    /** The number the next event gets. */
    public long nextRecord() {
        return chunk.nextRecord();
    }

    /** Events written so far. */
    public long records() {
        return records;
    }

    /**
     * Writes one event; answers where in the file it stands.
     *
     * @throws IllegalArgumentException if the event is larger than a chunk can hold
     */
    public Written write(WindowsEvent event) throws IOException {
        int at = EventRecord.add(chunk, event);
        if (at < 0) {
            if (chunk.isEmpty()) {
                throw new IllegalArgumentException("An event must fit into 64 KB: " + event.provider() + " " + event.eventId());
            }
            finishChunk();
            return write(event);
        }
        records++;
        int size = chunk.recordSize(at);
        return new Written(HEADER + (long) chunks * EventChunk.SIZE + at, size, event.time());
    }

    private void finishChunk() throws IOException {
        if (chunk.isEmpty() && chunks > 0) {
            return;
        }
        byte[] bytes = chunk.finish();
        if (file.isPresent()) {
            writeAt(bytes, HEADER + (long) chunks * EventChunk.SIZE);
        } else {
            kept.raw(bytes);
        }
        chunks++;
        chunk = new EventChunk(chunk.nextRecord());
    }

    private void writeAt(byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            position += file.orElseThrow().write(buffer, position);
        }
    }

    private byte[] header() {
        byte[] header = new byte[HEADER];
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        fields.put(new byte[] {'E', 'l', 'f', 'F', 'i', 'l', 'e', 0});
        fields.putLong(0).putLong(Math.max(0, chunks - 1)).putLong(chunk.nextRecord());
        fields.putInt(128).putShort((short) 1).putShort((short) 3).putShort((short) HEADER).putShort((short) chunks);
        CRC32 crc = new CRC32();
        crc.update(header, 0, 120);
        fields.putInt(124, (int) crc.getValue());
        return header;
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent() && file.get().isOpen()) {
            try {
                finishChunk();
                writeAt(header(), 0);
            } finally {
                file.get().close();
            }
        }
    }
}

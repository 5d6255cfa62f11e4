package org.traceweave.readers.sip.internal.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.readers.SourceBytes;

/**
 * Walks the packets of a capture file: pcap of both byte orders and time units, and pcapng (draft-ietf-opsawg-pcapng). What is cut off at the end is told
 * by {@link #damage}. For one thread.
 */
public final class PacketFile {

    private static final int SECTION = 0x0a0d0d0a;
    private static final int INTERFACE = 1;
    private static final int SIMPLE = 3;
    private static final int ENHANCED = 6;
    private static final int LARGEST = 1 << 24;
    private static final int WINDOW = 1 << 20;
    private static final long NANOS = 1_000_000_000L;

    /** A pcapng interface: its link type, and how many of its ticks make a second. */
    private record Interface(int link, long ticks) {
    }

    private final SourceBytes source;
    private final boolean next;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private long nanosPerTick = 1000;
    private int link;
    private final List<Interface> interfaces = new ArrayList<>();
    private long position;
    private long windowStart;
    private byte[] window = new byte[0];
    private Optional<String> damage = Optional.empty();

    public PacketFile(SourceBytes source) throws IOException {
        this.source = source;
        byte[] head = source.read(0, 24);
        next = head.length >= 4 && int32(head, 0, ByteOrder.BIG_ENDIAN) == SECTION;
        if (!next) {
            if (head.length < 24) {
                throw new IOException(source.name() + " ends within the header of the capture.");
            }
            int magic = int32(head, 0, ByteOrder.LITTLE_ENDIAN);
            order = magic == 0xa1b2c3d4 || magic == 0xa1b23c4d ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            nanosPerTick = int32(head, 0, order) == 0xa1b23c4d ? 1 : 1000;
            link = int32(head, 20, order) & 0xffff;
            position = 24;
        }
    }

    public static boolean isCapture(byte[] head) {
        if (head.length < 24) {
            return false;
        }
        int magic = int32(head, 0, ByteOrder.LITTLE_ENDIAN);
        int big = int32(head, 0, ByteOrder.BIG_ENDIAN);
        boolean section = big == SECTION && (int32(head, 8, ByteOrder.BIG_ENDIAN) == 0x1a2b3c4d || int32(head, 8, ByteOrder.LITTLE_ENDIAN) == 0x1a2b3c4d);
        return magic == 0xa1b2c3d4 || magic == 0xa1b23c4d || big == 0xa1b2c3d4 || big == 0xa1b23c4d || section;
    }

    /** The next packet; empty at the end. */
    Optional<Packet> next() throws IOException {
        while (position + (next ? 12 : 16) <= source.size()) {
            long offset = position;
            Optional<Packet> packet = next ? block(offset) : record(offset);
            if (packet.isPresent() || damage.isPresent()) {
                return packet;
            }
        }
        if (position < source.size() && damage.isEmpty()) {
            damage = Optional.of("The capture ends within a packet.");
        }
        return Optional.empty();
    }

    /** Goes on at a packet that was met before; interfaces described before it are looked up. */
    void seek(long offset) throws IOException {
        while (next && position < offset && next().isPresent()) {
            // interfaces stand between the packets
        }
        position = offset;
        damage = Optional.empty();
    }

    /** Why it could not be read to its end. */
    Optional<String> damage() {
        return damage;
    }

    long position() {
        return position;
    }

    private Optional<Packet> record(long offset) throws IOException {
        byte[] header = bytes(offset, 16);
        long length = Integer.toUnsignedLong(int32(header, 8, order));
        if (length > LARGEST || offset + 16 + length > source.size()) {
            damage = Optional.of("The capture is damaged or ends within a packet.");
            return Optional.empty();
        }
        long time = Integer.toUnsignedLong(int32(header, 0, order)) * NANOS + Integer.toUnsignedLong(int32(header, 4, order)) * nanosPerTick;
        position = offset + 16 + length;
        return Optional.of(new Packet(offset, position, time, bytes(offset + 16, (int) length), link));
    }

    private Optional<Packet> block(long offset) throws IOException {
        byte[] header = bytes(offset, 12);
        int type = int32(header, 0, order);
        if (int32(header, 0, ByteOrder.BIG_ENDIAN) == SECTION) {
            type = SECTION;
            order = int32(header, 8, ByteOrder.LITTLE_ENDIAN) == 0x1a2b3c4d ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            interfaces.clear();
        }
        long length = Integer.toUnsignedLong(int32(header, 4, order));
        if (length < 12 || length > LARGEST || offset + length > source.size()) {
            damage = Optional.of("The capture is damaged or ends within a block.");
            return Optional.empty();
        }
        position = offset + length;
        return switch (type) {
            case INTERFACE -> {
                interfaces.add(described(bytes(offset + 8, (int) length - 12)));
                yield Optional.empty();
            }
            case ENHANCED -> length < 32 ? Optional.empty() : enhanced(offset, bytes(offset + 8, (int) length - 12));
            case SIMPLE -> length < 16 || interfaces.isEmpty() ? Optional.empty()
                    : Optional.of(new Packet(offset, position, Long.MIN_VALUE, bytes(offset + 12, (int) length - 16), interfaces.getFirst().link));
            default -> Optional.empty();
        };
    }

    private Optional<Packet> enhanced(long offset, byte[] body) {
        int number = int32(body, 0, order);
        if (number < 0 || number >= interfaces.size()) {
            return Optional.empty();
        }
        Interface from = interfaces.get(number);
        long ticks = Integer.toUnsignedLong(int32(body, 4, order)) << 32 | Integer.toUnsignedLong(int32(body, 8, order));
        long time = Math.floorDiv(ticks, from.ticks) * NANOS + (long) (Math.floorMod(ticks, from.ticks) * ((double) NANOS / from.ticks));
        int captured = Math.max(0, Math.min(int32(body, 12, order), body.length - 20));
        return Optional.of(new Packet(offset, position, time, java.util.Arrays.copyOfRange(body, 20, 20 + captured), from.link));
    }

    /** An interface block: link type, and the option {@code if_tsresol} (9) for the unit of its times, microseconds without it. */
    private Interface described(byte[] body) {
        long ticks = 1_000_000;
        int at = 8;
        while (at + 4 <= body.length) {
            int code = int16(body, at);
            int size = int16(body, at + 2);
            if (code == 9 && size == 1 && at + 4 < body.length) {
                int unit = body[at + 4] & 0xff;
                ticks = (unit & 0x80) != 0 ? 1L << Math.min(40, unit & 0x7f) : (long) Math.pow(10, Math.min(12, unit));
            }
            at += 4 + (size + 3) / 4 * 4;
        }
        return new Interface(body.length < 2 ? 0 : int16(body, 0), ticks);
    }

    private int int16(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(order).getShort(at) & 0xffff;
    }

    private static int int32(byte[] bytes, int at, ByteOrder order) {
        return ByteBuffer.wrap(bytes).order(order).getInt(at);
    }

    private byte[] bytes(long from, int length) throws IOException {
        if (from < windowStart || from + length > windowStart + window.length) {
            windowStart = from;
            window = source.read(from, Math.max(WINDOW, length));
        }
        int start = (int) (from - windowStart);
        return java.util.Arrays.copyOfRange(window, start, start + length);
    }
}

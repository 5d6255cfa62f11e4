package org.traceweave.samples;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a network capture: TCP segments over IPv4 on Ethernet, in the pcap format (microseconds, little-endian) or as pcapng (nanoseconds). Segments can be
 * written out of order, twice, or left out, as captures have them.
 */
public final class CaptureWriter {

    private static final int SEGMENT = 1400;

    private final boolean next;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, Integer> sequences = new HashMap<>();
    private long time;

    private CaptureWriter(boolean next) {
        this.next = next;
        if (next) {
            block(0x0a0d0d0a, little(16).putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1));
            block(1, little(20).putShort((short) 1).putShort((short) 0).putInt(0).putShort((short) 9).putShort((short) 1).put((byte) 9).put(new byte[3]).putInt(0));
        } else {
            out.writeBytes(little(24).putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0).putInt(65_535).putInt(1).array());
        }
    }

    public static CaptureWriter pcap() {
        return new CaptureWriter(false);
    }

    public static CaptureWriter pcapng() {
        return new CaptureWriter(true);
    }

    /** When the following segments are sent, UTC nanoseconds. */
    public CaptureWriter at(long utcNanos) {
        time = utcNanos;
        return this;
    }

    /** Opens a connection: the segments by which both sides begin. Addresses are {@code 10.0.0.7:50000}. */
    public CaptureWriter open(String client, String server) {
        sequences.put(client + ">" + server, 0x7fff_fff0); // so that numbers wrap around
        sequences.put(server + ">" + client, 1000);
        segment(client, server, 0x7fff_ffef, 2, new byte[0]);
        segment(server, client, 999, 0x12, new byte[0]);
        return this;
    }

    /** Sends bytes in as many segments as they need, in order. */
    public CaptureWriter send(String from, String to, byte[] bytes) {
        for (int at = 0; at < bytes.length; at += SEGMENT) {
            byte[] part = java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + SEGMENT));
            segment(from, to, advance(from, to, part.length), 0x18, part);
        }
        return this;
    }

    /** The same, with the segments from last to first, and the first one once more. */
    public CaptureWriter sendShuffled(String from, String to, byte[] bytes) {
        int first = advance(from, to, bytes.length);
        for (int at = (bytes.length - 1) / SEGMENT * SEGMENT; at >= 0; at -= SEGMENT) {
            segment(from, to, first + at, 0x18, java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + SEGMENT)));
        }
        segment(from, to, first, 0x18, java.util.Arrays.copyOf(bytes, Math.min(bytes.length, SEGMENT)));
        return this;
    }

    private int advance(String from, String to, int length) {
        int sequence = sequences.getOrDefault(from + ">" + to, 1);
        sequences.put(from + ">" + to, sequence + length);
        return sequence;
    }

    private void segment(String from, String to, int sequence, int flags, byte[] data) {
        ByteBuffer frame = ByteBuffer.allocate(14 + 20 + 20 + data.length);
        frame.put(new byte[12]).putShort((short) 0x0800);
        frame.put((byte) 0x45).put((byte) 0).putShort((short) (40 + data.length)).putInt(0).put((byte) 64).put((byte) 6).putShort((short) 0);
        address(frame, from);
        address(frame, to);
        frame.putShort(port(from)).putShort(port(to)).putInt(sequence).putInt(0).put((byte) 0x50).put((byte) flags).putShort((short) 8192).putInt(0);
        frame.put(data);
        packet(frame.array());
    }

    private static void address(ByteBuffer frame, String endpoint) {
        for (String part : endpoint.substring(0, endpoint.indexOf(':')).split("\\.")) {
            frame.put((byte) Integer.parseInt(part));
        }
    }

    private static short port(String endpoint) {
        return (short) Integer.parseInt(endpoint.substring(endpoint.indexOf(':') + 1));
    }

    private void packet(byte[] frame) {
        if (next) {
            int padded = (frame.length + 3) / 4 * 4;
            block(6, little(20 + padded).putInt(0).putInt((int) (time >>> 32)).putInt((int) time).putInt(frame.length).putInt(frame.length).put(frame));
        } else {
            out.writeBytes(little(16).putInt((int) (time / 1_000_000_000L)).putInt((int) (time % 1_000_000_000L / 1000)).putInt(frame.length).putInt(frame.length).array());
            out.writeBytes(frame);
        }
    }

    private void block(int type, ByteBuffer body) {
        int length = body.capacity() + 12;
        out.writeBytes(little(8).putInt(type).putInt(length).array());
        out.writeBytes(body.array());
        out.writeBytes(little(4).putInt(length).array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }
}

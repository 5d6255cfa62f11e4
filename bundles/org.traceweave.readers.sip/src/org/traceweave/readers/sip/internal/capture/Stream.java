package org.traceweave.readers.sip.internal.capture;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * What one side of a TCP connection sent, put in order. Segments that come early wait, those that come again are passed over; bytes that were not captured
 * end it. Bounded.
 */
final class Stream {

    /** More than a handshake with the largest chains takes. */
    static final int LONGEST = 1 << 18;
    private static final int MOST_WAITING = 256;

    private final Map<Integer, byte[]> waiting = new HashMap<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private boolean known;
    /** Whether the segment that opens the connection was seen; else {@code base} is the lowest sequence number that was. */
    private boolean begun;
    private int base;
    private int expected;
    private long offset = -1;
    private long end;
    private long time;
    private long lastOffset;
    private long lastTime;
    private boolean lost;
    private boolean done;

    /** Takes a segment's bytes. */
    void add(Packet packet, Segment segment) {
        if (segment.begins()) {
            expected = segment.sequence() + 1;
            known = true;
            begun = true;
        }
        int length = segment.dataEnd() - segment.dataStart();
        if (length <= 0 || lost || done) {
            return;
        }
        if (offset < 0) {
            offset = packet.offset();
            time = packet.time();
        }
        lastOffset = packet.offset();
        lastTime = packet.time();
        end = Math.max(end, packet.end());
        if (!known) {
            expected = segment.sequence();
            base = expected;
            known = true;
        }
        if (!begun && base - segment.sequence() > 0 && base - segment.sequence() < LONGEST) {
            // the beginning was not seen, and what was taken for it is none
            waiting.put(base, data.toByteArray());
            data.reset();
            base = segment.sequence();
            expected = base;
        }
        int ahead = segment.sequence() - expected;
        if (ahead > 0) {
            waiting.put(segment.sequence(), segment.data(packet));
            lost = waiting.size() > MOST_WAITING;
            return;
        }
        append(segment.data(packet), -ahead);
        byte[] next = waiting.remove(expected);
        while (next != null) {
            append(next, 0);
            next = waiting.remove(expected);
        }
    }

    private void append(byte[] bytes, int known) {
        if (known < bytes.length) {
            data.write(bytes, known, bytes.length - known);
            expected += bytes.length - known;
        }
    }

    /** The bytes so far, in order. */
    byte[] bytes() {
        return data.toByteArray();
    }

    /** Goes on with {@code rest}, which the last packet brought after what was told. */
    void keep(byte[] rest) {
        data.reset();
        data.writeBytes(rest);
        begun = true;
        offset = rest.length == 0 ? -1 : lastOffset;
        time = lastTime;
    }

    /** Nothing more of it will be looked at. */
    void done() {
        done = true;
        waiting.clear();
        data.reset();
    }

    boolean isDone() {
        return done;
    }

    boolean isOver() {
        return lost || data.size() > LONGEST;
    }

    boolean isEmpty() {
        return offset < 0;
    }

    long offset() {
        return offset;
    }

    long end() {
        return end;
    }

    long time() {
        return time;
    }
}

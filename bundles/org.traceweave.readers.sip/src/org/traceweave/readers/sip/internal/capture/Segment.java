package org.traceweave.readers.sip.internal.capture;

import java.util.Arrays;
import java.util.Optional;

/** The TCP segment of a packet: who sent it to whom ({@code 10.0.0.7:50000}), its sequence number, flags, and where its data stand in the packet. */
record Segment(String from, String to, int sequence, boolean begins, boolean ends, int dataStart, int dataEnd) {

    private static final int TCP = 6;
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;

    /** Empty where the packet is no whole TCP segment over IP, or a later fragment of one. */
    static Optional<Segment> of(Packet packet) {
        byte[] b = packet.bytes();
        int at = switch (packet.link()) {
            case 0, 108 -> 4; // loopback: a family number
            case 1 -> ethernet(b);
            case 12, 14, 101, 228, 229 -> 0; // raw IP
            case 113 -> 16; // Linux cooked
            case 276 -> 20;
            default -> -1;
        };
        if (at < 0 || at + 20 > b.length) {
            return Optional.empty();
        }
        int version = b[at] >> 4 & 0xf;
        return version == 4 ? overIp4(b, at) : version == 6 ? overIp6(b, at) : Optional.empty();
    }

    private static int ethernet(byte[] b) {
        int at = 12;
        while (at + 2 <= b.length) {
            int type = int16(b, at);
            if (type == 0x8100 || type == 0x88a8) { // a VLAN tag
                at += 4;
            } else {
                return type == IPV4 || type == IPV6 ? at + 2 : -1;
            }
        }
        return -1;
    }

    private static Optional<Segment> overIp4(byte[] b, int at) {
        int header = (b[at] & 0xf) * 4;
        boolean laterFragment = (int16(b, at + 6) & 0x1fff) != 0;
        if (b[at + 9] != TCP || laterFragment || header < 20) {
            return Optional.empty();
        }
        int total = int16(b, at + 2);
        int end = total == 0 ? b.length : Math.min(b.length, at + total); // 0 where the network card cuts what it sends
        return tcp(b, at + header, end, address4(b, at + 12), address4(b, at + 16));
    }

    private static Optional<Segment> overIp6(byte[] b, int at) {
        if (at + 40 > b.length) {
            return Optional.empty();
        }
        int end = Math.min(b.length, at + 40 + int16(b, at + 4));
        int kind = b[at + 6] & 0xff;
        int next = at + 40;
        while ((kind == 0 || kind == 43 || kind == 60) && next + 8 <= end) { // options before the segment
            kind = b[next] & 0xff;
            next += 8 + (b[next + 1] & 0xff) * 8;
        }
        return kind == TCP ? tcp(b, next, end, address6(b, at + 8), address6(b, at + 24)) : Optional.empty();
    }

    private static Optional<Segment> tcp(byte[] b, int at, int end, String from, String to) {
        if (at + 20 > end) {
            return Optional.empty();
        }
        int data = at + (b[at + 12] >> 4 & 0xf) * 4;
        int flags = b[at + 13];
        int sequence = int16(b, at + 4) << 16 | int16(b, at + 6);
        return Optional.of(new Segment(from + ":" + int16(b, at), to + ":" + int16(b, at + 2), sequence, (flags & 2) != 0, (flags & 5) != 0,
                Math.min(data, end), end));
    }

    private static String address4(byte[] b, int at) {
        return (b[at] & 0xff) + "." + (b[at + 1] & 0xff) + "." + (b[at + 2] & 0xff) + "." + (b[at + 3] & 0xff);
    }

    private static String address6(byte[] b, int at) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 16; i += 2) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString(int16(b, at + i)));
        }
        return text.append(']').toString();
    }

    private static int int16(byte[] b, int at) {
        return (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
    }

    byte[] data(Packet packet) {
        return Arrays.copyOfRange(packet.bytes(), dataStart, dataEnd);
    }

    /** Names one direction of a connection. */
    String direction() {
        return from + ">" + to;
    }

    String otherDirection() {
        return to + ">" + from;
    }
}

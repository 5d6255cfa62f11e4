package org.traceweave.certificates.internal.tls;

import java.util.Arrays;

/** A position in a handshake message; reading past its end gives zeros and sets {@link #overrun}. */
final class Cursor {

    private final byte[] bytes;
    private final int end;
    private int position;
    private boolean overrun;

    Cursor(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
    }

    int position() {
        return position;
    }

    int left() {
        return end - position;
    }

    boolean overrun() {
        return overrun;
    }

    int number(int octets) {
        if (left() < octets) {
            overrun = true;
            position = end;
            return 0;
        }
        int value = 0;
        for (int i = 0; i < octets; i++) {
            value = value << 8 | bytes[position++] & 0xff;
        }
        return value;
    }

    void skip(int octets) {
        if (left() < octets) {
            overrun = true;
            position = end;
        } else {
            position += octets;
        }
    }

    /** A part whose length stands before it in {@code octets} octets, cut at the end of what there is. */
    Cursor part(int octets) {
        int length = number(octets);
        int available = Math.min(length, left());
        Cursor part = new Cursor(bytes, position, position + available);
        part.overrun = available < length;
        position += available;
        return part;
    }

    byte[] rest() {
        return Arrays.copyOfRange(bytes, position, end);
    }

    byte[] source() {
        return bytes;
    }
}

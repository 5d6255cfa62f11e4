package org.traceweave.probe.internal.tls;

import java.util.Arrays;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.internal.net.ProbeException;

/** Reads numbers and vectors of a handshake message; one that claims more than there is ends the probe with a sentence. */
final class TlsCursor {

    private final byte[] bytes;
    private final String message;
    private int position;
    private final int end;

    /** @param message what the bytes are, for the sentence */
    TlsCursor(byte[] bytes, String message) {
        this(bytes, message, 0, bytes.length);
    }

    private TlsCursor(byte[] bytes, String message, int from, int to) {
        this.bytes = bytes;
        this.message = message;
        position = from;
        end = to;
    }

    int left() {
        return end - position;
    }

    int position() {
        return position;
    }

    int number(int octets) throws ProbeException {
        need(octets);
        int value = 0;
        for (int i = 0; i < octets; i++) {
            value = value << 8 | bytes[position++] & 0xff;
        }
        return value;
    }

    byte[] bytes(int count) throws ProbeException {
        need(count);
        position += count;
        return Arrays.copyOfRange(bytes, position - count, position);
    }

    /** A part whose length stands before it in {@code octets} octets. */
    TlsCursor part(int octets) throws ProbeException {
        int length = number(octets);
        need(length);
        TlsCursor part = new TlsCursor(bytes, message, position, position + length);
        position += length;
        return part;
    }

    byte[] vector(int octets) throws ProbeException {
        return part(octets).rest();
    }

    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, position, end);
        position = end;
        return rest;
    }

    private void need(int count) throws ProbeException {
        if (count < 0 || left() < count) {
            throw new ProbeException(Kind.MALFORMED, "The server's " + message + " does not follow the protocol: at byte " + position + " it claims "
                    + Integer.toUnsignedString(count) + " bytes and " + left() + " are left");
        }
    }
}

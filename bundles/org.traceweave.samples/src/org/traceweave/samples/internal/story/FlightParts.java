package org.traceweave.samples.internal.story;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * One flight of a TLS-DSK handshake, made when it is first sent, in as many tokens as carry it. Where there are several, they end wherever the
 * sender's buffer was full: amid a record, a handshake message, a certificate.
 */
final class FlightParts {

    /** So that cuts fall on no even share of a flight. */
    private static final int ODD = 13;

    private final Supplier<byte[]> flight;
    private final int count;
    private byte[] bytes = {};

    FlightParts(int count, Supplier<byte[]> flight) {
        this.count = count;
        this.flight = flight;
    }

    int count() {
        return count;
    }

    /** In base64; parts are asked for in order. */
    String part(int index) {
        if (index == 0) {
            bytes = flight.get();
        }
        return Handshake.base64(Arrays.copyOfRange(bytes, cut(index), cut(index + 1)));
    }

    private int cut(int index) {
        return index == 0 ? 0 : index == count ? bytes.length : bytes.length * index / count + ODD * index;
    }
}
